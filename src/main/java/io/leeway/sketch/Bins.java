package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;

/**
 * How a reference sample cuts the number line, twice: coarsely at its deciles, for figures that can be compared with
 * other tools ({@code display}), and finely, so that distances between distribution functions are accurate. Every display
 * edge is a fine edge, so coarse counts are sums of fine ones. Immutable.
 *
 * <p>Every fine edge is a slot of its own, and so is every gap between two: slot 0 is below the reference's smallest
 * value, slot 1 that value, slot {@code 2i + 1} the edge {@code i} alone, slot {@code 2i + 2} what lies between it and the
 * next, the last what is above the largest. Display bins are right-closed and reach to infinity on both sides: bin
 * {@code k} holds the values with {@code k} display edges below them.
 */
public final class Bins {
    private static final int VERSION = 1;

    private final double[] edges;
    private final double[] display;
    private final EdgeCells cells;
    private final int[] lastSlots;

    Bins(double[] edges, double[] display) {
        this.edges = edges;
        this.display = display;
        this.cells = new EdgeCells(edges);
        this.lastSlots = Arrays.stream(display).mapToInt(this::index).toArray();
    }

    /**
     * Cuts bins from a sample of at least one finite number, in any order.
     *
     * @throws IllegalArgumentException when the sample is empty or holds a number that is not finite
     */
    public static Bins cut(double[] sample) {
        return new BinCutter(sample).cut();
    }

    /** The reference's smallest value. */
    public double min() {
        return edges[0];
    }

    /** The reference's largest value. */
    public double max() {
        return edges[edges.length - 1];
    }

    /** How many fine slots there are, those below and above the reference included. */
    public int slots() {
        return 2 * edges.length + 1;
    }

    /** The fine slot of a finite value. */
    public int index(double value) {
        return indexes(new double[] {value}, 1)[0];
    }

    /** The fine slots of the first {@code count} of finite values. */
    int[] indexes(double[] values, int count) {
        int[] slots = cells.below(values, count);
        for (int i = 0; i < count; i++) {
            slots[i] = 2 * slots[i] + (cells.isNext(slots[i], values[i]) ? 1 : 0);
        }
        return slots;
    }

    /** Whether a slot is one value and not a gap. */
    public boolean single(int slot) {
        return slot % 2 == 1;
    }

    /** The value of a single slot, or what ends a gap; infinite for the last slot. */
    public double upper(int slot) {
        return slot < slots() - 1 ? edges[slot / 2] : Double.POSITIVE_INFINITY;
    }

    /** The value of a single slot, or where a gap begins; infinite for slot 0. */
    public double lower(int slot) {
        if (single(slot)) {
            return upper(slot);
        }
        return slot > 0 ? edges[slot / 2 - 1] : Double.NEGATIVE_INFINITY;
    }

    /** How wide a gap between two edges is. */
    public double width(int gap) {
        return edges[gap / 2] - edges[gap / 2 - 1];
    }

    /** The display edges, ascending: at most nine. */
    public double[] display() {
        return display.clone();
    }

    /** How many display bins there are. */
    public int displayBins() {
        return display.length + 1;
    }

    /** The display bin that holds a fine slot. */
    public int displayBin(int slot) {
        return below(display, upper(slot));
    }

    /** The highest fine slot of a display bin that is not the last. */
    int lastSlot(int displayBin) {
        return lastSlots[displayBin];
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        writeAll(edges, out);
        writeAll(display, out);
    }

    public static Bins read(ByteReader in) {
        int unused = in.version("bins", VERSION);
        double[] edges = readAll(in);
        if (edges.length == 0) {
            throw new MalformedBytesException("bins without an edge");
        }
        return new Bins(edges, readAll(in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bins bins && Arrays.equals(edges, bins.edges) && Arrays.equals(display, bins.display);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.hashCode(display);
    }

    /** How many of ascending edges are below a value. */
    private static int below(double[] edges, double value) {
        int from = 0;
        int length = edges.length;
        while (length > 0) {
            int half = length >>> 1;
            if (edges[from + half] < value) {
                from += half + 1;
                length -= half + 1;
            } else {
                length = half;
            }
        }
        return from;
    }

    private static void writeAll(double[] values, ByteWriter out) {
        out.count(values.length);
        for (double value : values) {
            out.number(value);
        }
    }

    private static double[] readAll(ByteReader in) {
        double[] values = new double[in.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.number();
        }
        return values;
    }
}
