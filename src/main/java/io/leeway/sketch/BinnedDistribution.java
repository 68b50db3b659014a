package io.leeway.sketch;

import java.util.Arrays;

/**
 * The distribution function of values counted on bins, from which coarse counts, distances and quantiles are read. At
 * every fine edge, and just below it, it is exact. It holds a running sum over the slots in use only, so a window of few
 * values is small and quickly compared. Immutable as long as the counts are left alone.
 */
public final class BinnedDistribution {
    private final Bins bins;
    private final BinCounts counts;
    private final int[] slots;
    private final long[] before;
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
        this.slots = counts.slots();
        this.before = new long[slots.length + 1];
        for (int i = 0; i < slots.length; i++) {
            before[i + 1] = before[i] + counts.in(slots[i]);
        }
    }

    /** The distribution of a whole sample of finite values. */
    public static BinnedDistribution of(Bins bins, double... values) {
        return new BinnedDistribution(bins, BinCounts.of(bins, values), Moments.of(values));
    }

    public Bins bins() {
        return bins;
    }

    /** Whether it is made of these very counts on these very bins. */
    public boolean isOf(Bins itsBins, BinCounts itsCounts) {
        return counts == itsCounts && bins.equals(itsBins);
    }

    public long total() {
        return before[slots.length];
    }

    /** The fine slots in use, ascending. Not to be changed. */
    public int[] slots() {
        return slots;
    }

    /** How many values are in a fine slot or below it. */
    public long upTo(int slot) {
        int found = Arrays.binarySearch(slots, slot);
        return before[found >= 0 ? found + 1 : -found - 1];
    }

    /** The same for slots asked for in ascending order, quickly. */
    public Ascent ascent() {
        return new Ascent();
    }

    /** The counts of the display bins. */
    public long[] display() {
        long[] display = new long[bins.displayBins()];
        int last = display.length - 1;
        long below = 0;
        for (int bin = 0; bin < last; bin++) {
            long upTo = upTo(bins.lastSlot(bin));
            display[bin] = upTo - below;
            below = upTo;
        }
        display[last] = total() - below;
        return display;
    }

    /** Values below the reference's smallest. */
    public long below() {
        return upTo(0);
    }

    /** Values above the reference's largest. */
    public long above() {
        return total() - upTo(bins.slots() - 2);
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
        int place = placeOf(rank);
        double estimate = slots[place] == 0 ? bins.min() - counts.belowAt(rank) : inSlot(place, rank - before[place]);
        return Math.min(max, Math.max(min, estimate));
    }

    private double inSlot(int place, long rank) {
        int slot = slots[place];
        if (slot == bins.slots() - 1) {
            return bins.max() + counts.aboveAt(rank);
        }
        double part = (rank + 0.5) / (before[place + 1] - before[place]);
        return bins.lower(slot) + (bins.upper(slot) - bins.lower(slot)) * part;
    }

    private int placeOf(long rank) {
        int found = Arrays.binarySearch(before, rank);
        return found >= 0 ? found : -found - 2;
    }

    /** A way through the slots from below. */
    public final class Ascent {
        private int next;
        private double share;

        private Ascent() {}

        /** How many values are in a slot or below it; the slot is not below the one asked for before. */
        public long upTo(int slot) {
            while (next < slots.length && slots[next] <= slot) {
                next++;
            }
            return before[next];
        }

        /** The same as a share of all values. */
        public double share(int slot) {
            if (next < slots.length && slots[next] <= slot) {
                share = upTo(slot) / (double) total();
            }
            return share;
        }
    }
}
