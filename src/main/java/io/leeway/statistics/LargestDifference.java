package io.leeway.statistics;

import java.util.OptionalDouble;

/**
 * The largest difference of a share: {@code max |r_i - w_i|}, the distance of the maximum norm (L-infinity). From 0 to 1.
 * Absent when one side is empty.
 */
public final class LargestDifference {
    private LargestDifference() {}

    public static OptionalDouble distance(long[] reference, long[] window) {
        if (!Counts.comparable(reference, window)) {
            return OptionalDouble.empty();
        }
        double m = Counts.total(reference);
        double n = Counts.total(window);
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] / m - window[i] / n));
        }
        return OptionalDouble.of(largest);
    }
}
