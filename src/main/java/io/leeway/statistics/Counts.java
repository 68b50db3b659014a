package io.leeway.statistics;

/** Two rows of counts over the same bins: how often each came in the reference and in the window. */
final class Counts {
    private Counts() {}

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Whether two samples can be compared: both have a value. */
    static boolean comparable(long[] reference, long[] window) {
        if (reference.length != window.length) {
            throw new IllegalArgumentException(reference.length + " bins against " + window.length);
        }
        return total(reference) > 0 && total(window) > 0;
    }
}
