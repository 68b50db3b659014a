package io.leeway.bench;

import java.util.Arrays;

/** Every latency of a run, in nanoseconds, so that quantiles are exact. */
final class Latencies {
    private long[] nanos = new long[1 << 16];
    private int size;

    void add(long latency) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = latency;
    }

    int size() {
        return size;
    }

    /**
     * Quantiles in milliseconds: the smallest latency that at least the share p do not exceed; NaN without any.
     */
    double[] millis(double... p) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return Arrays.stream(p).map(share -> quantile(sorted, share) / 1e6).toArray();
    }

    private static double quantile(long[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(p * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
