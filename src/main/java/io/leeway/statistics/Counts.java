package io.leeway.statistics;

import java.util.Arrays;

/** Two rows of counts over the same bins: how often each came in the reference and in the window. */
final class Counts {
    private Counts() {}

    static long total(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** Whether two samples can be compared: both have a value. */
    static boolean comparable(long[] reference, long[] window) {
        if (reference.length != window.length) {
            throw new IllegalArgumentException(reference.length + " bins against " + window.length);
        }
        return total(reference) > 0 && total(window) > 0;
    }
}
