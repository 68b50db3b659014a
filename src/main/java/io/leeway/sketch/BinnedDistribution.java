package io.leeway.sketch;

/**
 * The distribution function of values counted on bins: one running sum, from which coarse counts, distances and quantiles
 * are read. At every fine edge, and just below it, it is exact. Immutable as long as the counts are left alone.
 */
public final class BinnedDistribution {
    private final Bins bins;
    private final BinCounts counts;
    private final long[] cumulative;
    private final double min;
    private final double max;

    /**
     * The distribution of counted values.
     *
     * @param moments of the same values, perhaps of more: their range bounds the quantiles
     */
    public BinnedDistribution(Bins bins, BinCounts counts, Moments moments) {
        this.bins = bins;
        this.counts = counts;
        this.min = moments.min().orElse(bins.min());
        this.max = moments.max().orElse(bins.max());
        this.cumulative = counts.cumulative(bins);
    }

    /** The distribution of a whole sample of finite values. */
    public static BinnedDistribution of(Bins bins, double... values) {
        return new BinnedDistribution(bins, BinCounts.of(bins, values), Moments.of(values));
    }

    public Bins bins() {
        return bins;
    }

    public long total() {
        return cumulative[cumulative.length - 1];
    }

    /** How many values are in a fine slot or below it. */
    public long upTo(int slot) {
        return cumulative[slot];
    }

    /** The counts of the display bins. */
    public long[] display() {
        double[] edges = bins.display();
        long[] display = new long[edges.length + 1];
        long before = 0;
        for (int bin = 0; bin < edges.length; bin++) {
            long upTo = cumulative[bins.index(edges[bin])];
            display[bin] = upTo - before;
            before = upTo;
        }
        display[edges.length] = total() - before;
        return display;
    }

    /** Values below the reference's smallest. */
    public long below() {
        return cumulative[0];
    }

    /** Values above the reference's largest. */
    public long above() {
        return total() - cumulative[cumulative.length - 2];
    }

    /** The integral of the distribution function up to the reference's smallest value: exact. */
    public double integralBelow() {
        return counts.sumBelow() / total();
    }

    /** The integral of 1 minus the distribution function from the reference's largest value on: exact. */
    public double integralAbove() {
        return counts.sumAbove() / total();
    }

    /**
     * The quantile of type 7 (h = (n - 1) p; Hyndman, Fan 1996, doi:10.1080/00031305.1996.10473566), as if the values of a
     * gap stood evenly in it: exact for values that are edges, else right to one slot, and to 1/16 of its distance for a
     * value beyond the reference's range.
     *
     * @param p from 0 to 1
     * @throws IllegalStateException without a value
     */
    public double quantile(double p) {
        if (total() == 0) {
            throw new IllegalStateException("nothing has no quantile");
        }
        double position = (total() - 1) * p;
        long below = (long) position;
        double from = orderStatistic(below);
        double part = position - below;
        return part > 0 ? from + (orderStatistic(below + 1) - from) * part : from;
    }

    /** The value with {@code rank} smaller or equal values before it. */
    private double orderStatistic(long rank) {
        int slot = slotOf(rank);
        double estimate = slot == 0 ? bins.min() - counts.belowAt(rank) : inSlot(slot, rank - cumulative[slot - 1]);
        return Math.min(max, Math.max(min, estimate));
    }

    private double inSlot(int slot, long rank) {
        if (slot == bins.slots() - 1) {
            return bins.max() + counts.aboveAt(rank);
        }
        double part = (rank + 0.5) / (cumulative[slot] - cumulative[slot - 1]);
        return bins.lower(slot) + (bins.upper(slot) - bins.lower(slot)) * part;
    }

    private int slotOf(long rank) {
        int from = 0;
        int to = cumulative.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cumulative[middle] > rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
