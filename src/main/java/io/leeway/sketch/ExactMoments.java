package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Count, sum and sum of squares of values, without any rounding: mean and variance are right to the last digits however
 * large the mean is beside the spread, and values can be taken back exactly.
 *
 * <p>The square of a double is the sum of two doubles: its rounded value and the rounding error, which a fused
 * multiply-add gives. Not safe for several threads.
 */
public final class ExactMoments {
    /** The largest absolute value that can be added: the square of anything up to four times as large is a double. */
    public static final double LARGEST = 1e153;

    private static final int VERSION = 1;

    private final ExactSum sum;
    private final ExactSum squares;
    private long n;

    public ExactMoments() {
        this(0, new ExactSum(), new ExactSum());
    }

    private ExactMoments(long n, ExactSum sum, ExactSum squares) {
        this.n = n;
        this.sum = sum;
        this.squares = squares;
    }

    /**
     * Counts a value.
     *
     * @throws IllegalArgumentException if its square is not finite
     */
    public void add(double value) {
        double square = value * value;
        squares.add(square);
        squares.add(Math.fma(value, value, -square));
        sum.add(value);
        n++;
    }

    /** Takes a value back that was counted, here or in a part to be merged. */
    public void remove(double value) {
        double square = value * value;
        squares.add(-square);
        squares.add(-Math.fma(value, value, -square));
        sum.add(-value);
        n--;
    }

    /** Adds all of another. */
    public void merge(ExactMoments other) {
        n += other.n;
        sum.merge(other.sum);
        squares.merge(other.squares);
    }

    public long n() {
        return n;
    }

    public double sum() {
        return sum.value();
    }

    public double sumOfSquares() {
        return squares.value();
    }

    /** The mean; absent when there is no value. */
    public OptionalDouble mean() {
        return n < 1 ? OptionalDouble.empty() : OptionalDouble.of(sum.value() / n);
    }

    /** The mean of the squares; absent when there is no value. */
    public OptionalDouble meanSquare() {
        return n < 1 ? OptionalDouble.empty() : OptionalDouble.of(squares.value() / n);
    }

    /** The sum of squared distances from the mean, {@code squares - sum^2 / n}; 0 when there is no value. */
    public double squaredDeviations() {
        if (n < 1) {
            return 0;
        }
        BigInteger scaled = BigInteger.valueOf(n).multiply(squares.exact()).shiftLeft(1074);
        BigInteger total = sum.exact();
        return ExactSum.nearest(scaled.subtract(total.multiply(total)), -2148) / n;
    }

    /** The variance of a sample (n - 1 in the denominator); absent below two values. */
    public OptionalDouble variance() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(squaredDeviations() / (n - 1));
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).whole(n);
        sum.write(out);
        squares.write(out);
    }

    public static ExactMoments read(ByteReader in) {
        int unused = in.version("moments", VERSION);
        return new ExactMoments(in.whole(), ExactSum.read(in), ExactSum.read(in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactMoments moments
                && n == moments.n
                && sum.equals(moments.sum)
                && squares.equals(moments.squares);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(n) + sum.hashCode();
    }
}
