package io.leeway.sketch;

import java.util.Optional;

/**
 * Quantiles of type 7 (h = (n - 1) p; Hyndman, Fan 1996, doi:10.1080/00031305.1996.10473566) read off counts on bins, as
 * if the values of a slot stood evenly in it: exact for values that are edges, else right to one slot, and to 1/16 of its
 * distance for a value beyond the reference's range.
 */
public final class BinQuantiles {
    private final Bins bins;
    private final BinCounts counts;
    private final long[] cumulative;
    private final double min;
    private final double max;

    private BinQuantiles(Bins bins, BinCounts counts, Moments moments) {
        this.bins = bins;
        this.counts = counts;
        this.cumulative = counts.cumulative(bins);
        this.min = moments.min().orElse(bins.min());
        this.max = moments.max().orElse(bins.max());
    }

    /**
     * The quantiles of counted values; empty without a value.
     *
     * @param moments of the same values, perhaps of more
     */
    public static Optional<BinQuantiles> of(Bins bins, BinCounts counts, Moments moments) {
        return counts.total() == 0 ? Optional.empty() : Optional.of(new BinQuantiles(bins, counts, moments));
    }

    /** The value that a share {@code p}, from 0 to 1, of all values does not exceed. */
    public double at(double p) {
        double position = (cumulative[cumulative.length - 1] - 1) * p;
        long below = (long) position;
        double from = orderStatistic(below);
        double part = position - below;
        return part > 0 ? from + (orderStatistic(below + 1) - from) * part : from;
    }

    /** The value with {@code rank} smaller or equal values before it. */
    private double orderStatistic(long rank) {
        int slot = slotOf(rank);
        long rankInSlot = slot == 0 ? rank : rank - cumulative[slot - 1];
        return Math.min(max, Math.max(min, inSlot(slot, rankInSlot)));
    }

    private double inSlot(int slot, long rank) {
        if (slot == 0) {
            return bins.min() - counts.belowAt(rank);
        }
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
