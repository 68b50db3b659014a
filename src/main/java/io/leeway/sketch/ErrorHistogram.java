package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.OptionalDouble;

/**
 * How absolute errors are spread: every power of two is cut into 128 equal bins, so a bin is never wider than 1/128 of
 * the errors it holds. Zero lies in a bin of its own. Stored sparsely.
 *
 * <p>A count may be negative in a part that takes back what another part holds. Not safe for several threads.
 */
public final class ErrorHistogram {
    private static final int VERSION = 1;
    /** Of a double's 52 fraction bits the first 7 choose the bin within a power of two. */
    private static final int DROPPED_BITS = 52 - 7;
    /** One more than the bin of the largest double, and one for zero. */
    private static final int BINS = (0x7FF << 7) + 1;

    private final CountTable counts;
    private long total;

    public ErrorHistogram() {
        this(new CountTable());
    }

    private ErrorHistogram(CountTable counts) {
        this.counts = counts;
        for (int bin : counts.bins()) {
            total += counts.count(bin);
        }
    }

    /**
     * Counts an absolute error.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public void add(double error) {
        change(error, 1);
    }

    /** Takes an error back that was counted, here or in a part to be merged. */
    public void remove(double error) {
        change(error, -1);
    }

    /** Adds all of another. */
    public void merge(ErrorHistogram other) {
        counts.merge(other.counts);
        total += other.total;
    }

    /** How many errors there are. */
    public long total() {
        return total;
    }

    /**
     * The median, at most one bin away: the mean of the two middle errors when they are even in number. Inside a bin the
     * errors are taken to be evenly spread. Absent when there is none.
     */
    public OptionalDouble median() {
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((ranked((total - 1) / 2) + ranked(total / 2)) / 2);
    }

    /** The error of a rank, from 0 for the least, at most one bin away. Absent when there is none of that rank. */
    public OptionalDouble atRank(long rank) {
        return rank < 0 || rank >= total ? OptionalDouble.empty() : OptionalDouble.of(ranked(rank));
    }

    /** The mean of a power of the errors, each taken to be in the middle of its bin; absent when there is none. */
    public OptionalDouble meanOfPower(int power) {
        double sum = 0;
        for (int bin : counts.bins()) {
            sum += counts.count(bin) * Math.pow(within(bin, 0.5), power);
        }
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }

    /** The upper end of the bin that holds the largest error: at most 1/128 above it. Absent when there is none. */
    public OptionalDouble upperBound() {
        int[] held = counts.bins();
        return held.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(lowerEnd(held[held.length - 1] + 1));
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        counts.write(out);
    }

    public static ErrorHistogram read(ByteReader in) {
        int unused = in.version("an error histogram", VERSION);
        return new ErrorHistogram(CountTable.read(in, BINS));
    }

    /** The error of that rank, from 0. */
    private double ranked(long rank) {
        long below = 0;
        double value = 0;
        for (int bin : counts.bins()) {
            long here = counts.count(bin);
            if (rank < below + here) {
                return within(bin, (rank - below + 0.5) / here);
            }
            below += here;
            value = lowerEnd(bin);
        }
        return value;
    }

    private static double within(int bin, double share) {
        return bin == 0 ? 0 : lowerEnd(bin) + share * (lowerEnd(bin + 1) - lowerEnd(bin));
    }

    private static int bin(double error) {
        return error == 0 ? 0 : 1 + (int) (Double.doubleToRawLongBits(error) >>> DROPPED_BITS);
    }

    private static double lowerEnd(int bin) {
        return bin == 0 ? 0 : Math.min(Double.longBitsToDouble((bin - 1L) << DROPPED_BITS), Double.MAX_VALUE);
    }

    private void change(double error, long by) {
        if (!(error >= 0 && error <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("an absolute error of " + error);
        }
        counts.add(bin(error), by);
        total += by;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorHistogram histogram && counts.equals(histogram.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
