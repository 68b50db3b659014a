package io.leeway.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The counts of reference and window on the same bins, sparse bins merged, so that the law of {@link #psi} holds. A bin is
 * sparse when its pooled count times {@code min(n, m) / (n + m)}, which is what the smaller sample expects there if nothing
 * changed, is below 5. Whether bins merge must not depend on one side alone: that selects bins by the very difference that is
 * tested (measured: 67 to 100 % false alarms).
 */
public record MergedCounts(long[] reference, long[] window) {
    /** The least expected count for which the chi-squared law holds (Cochran 1954, doi:10.2307/3001616). */
    private static final double LEAST_EXPECTED = 5;

    /** Bins in an order: a sparse one merges with the next, what is left over at the end with the last. */
    public static MergedCounts ordered(long[] reference, long[] window) {
        double share = share(reference, window);
        List<long[]> merged = new ArrayList<>();
        long[] open = new long[2];
        for (int bin = 0; bin < reference.length; bin++) {
            open[0] += reference[bin];
            open[1] += window[bin];
            if (pooled(open) * share >= LEAST_EXPECTED) {
                merged.add(open);
                open = new long[2];
            }
        }
        return of(merged, open);
    }

    /** Bins without an order: all sparse ones form one rest; a rest that is sparse itself merges with the smallest other. */
    public static MergedCounts unordered(long[] reference, long[] window) {
        double share = share(reference, window);
        List<long[]> kept = new ArrayList<>();
        long[] rest = new long[2];
        for (int bin = 0; bin < reference.length; bin++) {
            long[] counts = {reference[bin], window[bin]};
            if (pooled(counts) * share >= LEAST_EXPECTED) {
                kept.add(counts);
            } else {
                rest[0] += counts[0];
                rest[1] += counts[1];
            }
        }
        if (pooled(rest) * share >= LEAST_EXPECTED) {
            kept.add(rest);
            rest = new long[2];
        }
        kept.sort(Comparator.comparingDouble(MergedCounts::pooled)
                .thenComparingLong(counts -> counts[0])
                .reversed());
        return of(kept, rest);
    }

    /** The rows of the window. */
    public long n() {
        return Counts.total(window);
    }

    /** The rows of the reference. */
    public long m() {
        return Counts.total(reference);
    }

    /** How many bins are left. */
    public int bins() {
        return window.length;
    }

    /** {@code 1/n + 1/m}: what a degree of freedom adds to psi when nothing changed. */
    public double samplingNoise() {
        return 1.0 / n() + 1.0 / m();
    }

    /**
     * The population stability index with half a row added to every bin: {@code sum (w - r) ln(w / r)} over the shares, natural
     * logarithm, not negative. Under no change it is about {@link #samplingNoise} times a chi-squared variable with one degree
     * of freedom less than bins. (Yurdakul 2018, Western Michigan University, dissertation 3208.)
     */
    public double psi() {
        double ofWindow = n() + 0.5 * bins();
        double ofReference = m() + 0.5 * bins();
        double sum = 0;
        for (int bin = 0; bin < bins(); bin++) {
            double w = (window[bin] + 0.5) / ofWindow;
            double r = (reference[bin] + 0.5) / ofReference;
            sum += (w - r) * Math.log(w / r);
        }
        return sum;
    }

    private static MergedCounts of(List<long[]> bins, long[] leftOver) {
        if (bins.isEmpty()) {
            bins.add(new long[2]);
        }
        long[] last = bins.get(bins.size() - 1);
        last[0] += leftOver[0];
        last[1] += leftOver[1];
        return new MergedCounts(
                bins.stream().mapToLong(counts -> counts[0]).toArray(),
                bins.stream().mapToLong(counts -> counts[1]).toArray());
    }

    /** What the smaller sample's share of a pooled count would be. */
    private static double share(long[] reference, long[] window) {
        double m = (double) Counts.total(reference);
        double n = (double) Counts.total(window);
        return Math.min(n, m) / Math.max(1, n + m);
    }

    private static double pooled(long[] counts) {
        return (double) counts[0] + counts[1];
    }
}
