package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * How many values fell into each slot of {@link Bins}, and by how much those outside the reference's range exceed it.
 * Counts are exact and the same in any order of adding and merging; the two sums agree to rounding. The bins themselves
 * are not kept: every method that needs them must be given the same ones. Not safe for several threads.
 */
public final class BinCounts {
    private static final int VERSION = 1;

    private final SparseCounts counts;
    private final Excess below;
    private final Excess above;

    public BinCounts() {
        this(new SparseCounts(), new Excess(), new Excess());
    }

    private BinCounts(SparseCounts counts, Excess below, Excess above) {
        this.counts = counts;
        this.below = below;
        this.above = above;
    }

    /** The counts of a whole sample of finite values. */
    public static BinCounts of(Bins bins, double... values) {
        BinCounts counts = new BinCounts();
        for (double value : values) {
            counts.add(bins, value);
        }
        return counts;
    }

    /** Adds the first {@code count} of finite values. */
    public void add(Bins bins, double[] values, int count) {
        int[] slots = bins.indexes(values, count);
        counts.addAll(slots);
        for (int i = 0; i < count; i++) {
            addExcess(bins, values[i], slots[i]);
        }
    }

    /** Adds a finite value. */
    public void add(Bins bins, double value) {
        int slot = bins.index(value);
        counts.add(slot, 1);
        addExcess(bins, value, slot);
    }

    private void addExcess(Bins bins, double value, int slot) {
        if (slot == 0) {
            below.add(bins.min() - value);
        } else if (slot == bins.slots() - 1) {
            above.add(value - bins.max());
        }
    }

    /** Adds all values of other counts on the same bins. */
    public void merge(BinCounts other) {
        counts.merge(other.counts);
        below.merge(other.below);
        above.merge(other.above);
    }

    public long total() {
        return counts.total();
    }

    /** Values below the reference's smallest. */
    public long below() {
        return counts.get(0);
    }

    /** Values above the reference's largest. */
    public long above(Bins bins) {
        return counts.get(bins.slots() - 1);
    }

    /** The sum, over the values below the reference's smallest, of their distance to it. */
    public double sumBelow() {
        return below.sum();
    }

    /** The sum, over the values above the reference's largest, of their distance to it. */
    public double sumAbove() {
        return above.sum();
    }

    /** The counts of the display bins. */
    public long[] display(Bins bins) {
        long[] display = new long[bins.displayBins()];
        for (int slot : counts.slots()) {
            display[bins.displayBin(slot)] += counts.get(slot);
        }
        return display;
    }

    /** The slots that hold a value, ascending. */
    public int[] slots() {
        return counts.slots();
    }

    /** How many values are in a slot. */
    public long in(int slot) {
        return counts.get(slot);
    }

    /** The distance beyond the smallest with {@code rank} greater or equal ones before it. */
    double belowAt(long rank) {
        return below.orderStatistic(below() - 1 - rank);
    }

    /** The distance beyond the largest with {@code rank} smaller or equal ones before it. */
    double aboveAt(long rank) {
        return above.orderStatistic(rank);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        counts.write(out);
        below.write(out);
        above.write(out);
    }

    public static BinCounts read(ByteReader in) {
        int unused = in.version("bin counts", VERSION);
        return new BinCounts(SparseCounts.read(in), Excess.read(in), Excess.read(in));
    }
}
