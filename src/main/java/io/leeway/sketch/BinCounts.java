package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.OptionalDouble;

/**
 * How many values fell into each slot of {@link Bins}, and by how much those outside the reference's range exceed it.
 * Counts are exact and the same in any order of adding and merging; the two sums agree to rounding. The bins themselves
 * are not kept: every method that needs them must be given the same ones. Not safe for several threads.
 */
public final class BinCounts {
    private static final int VERSION = 1;

    private final SparseCounts counts;
    private double sumBelow;
    private double sumAbove;

    public BinCounts() {
        this(new SparseCounts());
    }

    private BinCounts(SparseCounts counts) {
        this.counts = counts;
    }

    /** The counts of a whole sample of finite values. */
    public static BinCounts of(Bins bins, double... values) {
        BinCounts counts = new BinCounts();
        for (double value : values) {
            counts.add(bins, value);
        }
        return counts;
    }

    /** Adds a finite value. */
    public void add(Bins bins, double value) {
        counts.add(bins.index(value), 1);
        if (value < bins.min()) {
            sumBelow += bins.min() - value;
        } else if (value > bins.max()) {
            sumAbove += value - bins.max();
        }
    }

    /** Adds all values of other counts on the same bins. */
    public void merge(BinCounts other) {
        counts.merge(other.counts);
        sumBelow += other.sumBelow;
        sumAbove += other.sumAbove;
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
        return sumBelow;
    }

    /** The sum, over the values above the reference's largest, of their distance to it. */
    public double sumAbove() {
        return sumAbove;
    }

    /** The counts of the display bins. */
    public long[] display(Bins bins) {
        long[] display = new long[bins.displayBins()];
        for (int slot : counts.slots()) {
            display[bins.displayBin(slot)] += counts.get(slot);
        }
        return display;
    }

    /** For each slot how many values are in it or below it. */
    public long[] cumulative(Bins bins) {
        long[] cumulative = new long[bins.slots()];
        for (int slot : counts.slots()) {
            cumulative[slot] = counts.get(slot);
        }
        for (int slot = 1; slot < cumulative.length; slot++) {
            cumulative[slot] += cumulative[slot - 1];
        }
        return cumulative;
    }

    /**
     * The quantile of type 7 (h = (n - 1) p), each of its two neighbours as if the values of its slot stood evenly in it:
     * right to one slot, exact for slots of one value.
     *
     * @param moments of the same values
     * @return empty without a value
     */
    public OptionalDouble quantile(Bins bins, Moments moments, double p) {
        return total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BinQuantiles(bins, cumulative(bins), moments).at(p));
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        counts.write(out);
        out.number(sumBelow).number(sumAbove);
    }

    public static BinCounts read(ByteReader in) {
        int unused = in.version("bin counts", VERSION);
        BinCounts read = new BinCounts(SparseCounts.read(in));
        read.sumBelow = in.number();
        read.sumAbove = in.number();
        return read;
    }
}
