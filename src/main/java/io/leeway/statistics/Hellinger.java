package io.leeway.statistics;

import java.util.OptionalDouble;

/**
 * The Hellinger distance of the shares r and w: {@code sqrt(sum (sqrt r_i - sqrt w_i)^2 / 2)}. A distance: 0 for equal
 * shares, 1 for shares without a common bin; no logarithm. Absent when one side is empty. (Le Cam, Yang 2000,
 * doi:10.1007/978-1-4612-1166-2.)
 */
public final class Hellinger {
    private Hellinger() {}

    public static OptionalDouble distance(long[] reference, long[] window) {
        if (!Counts.comparable(reference, window)) {
            return OptionalDouble.empty();
        }
        double m = Counts.total(reference);
        double n = Counts.total(window);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = Math.sqrt(reference[i] / m) - Math.sqrt(window[i] / n);
            sum += difference * difference;
        }
        return OptionalDouble.of(Math.sqrt(sum / 2));
    }
}
