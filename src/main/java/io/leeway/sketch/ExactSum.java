package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sum of doubles without any rounding: a fixed-point number wide enough for every double, kept as digits to the base
 * 2^32. So neither order nor merging changes a bit, and what is added and taken back leaves nothing.
 *
 * <p>Algorithm: the small superaccumulator of R. M. Neal, Fast exact summation using small and large superaccumulators,
 * 2015, arXiv:1505.05571; here only the digits that are needed are kept. Not safe for several threads.
 */
public final class ExactSum {
    private static final int VERSION = 1;
    private static final long DIGIT = 0xFFFF_FFFFL;
    /** The value of one unit is two to the power of this: the smallest double. */
    private static final int UNIT = -1074;
    /** A digit holds 2^63, an addition puts less than 2^32 into it: carrying is due before 2^31 of them. */
    private static final int CARRY_AFTER = 1 << 30;
    /** No sum of 2^62 doubles is longer than this many bytes. */
    private static final int LONGEST = 280;

    private int first;
    private long[] digits = new long[0];
    private int uncarried;

    /**
     * Adds a value; add its negative to take it back.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("cannot add " + value);
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long fraction = bits & 0xF_FFFF_FFFF_FFFFL;
        addScaled(exponent == 0 ? fraction : fraction | 1L << 52, Math.max(exponent, 1) - 1, value < 0 ? -1 : 1);
    }

    /** Adds all of another. */
    public void merge(ExactSum other) {
        assign(exact().add(other.exact()));
    }

    /** The sum, rounded once to the nearest double (infinite beyond the largest). */
    public double value() {
        return nearest(exact(), UNIT);
    }

    public void write(ByteWriter out) {
        BigInteger exact = exact();
        int zeros = Math.max(0, exact.getLowestSetBit()) / Integer.SIZE;
        out.octet(VERSION)
                .count(zeros)
                .block(exact.shiftRight(zeros * Integer.SIZE).toByteArray());
    }

    public static ExactSum read(ByteReader in) {
        int unused = in.version("an exact sum", VERSION);
        long zeros = in.count();
        byte[] bytes = in.block();
        if (bytes.length == 0 || zeros < 0 || zeros > LONGEST || zeros * Integer.BYTES + bytes.length > LONGEST) {
            throw new MalformedBytesException("a sum of " + bytes.length + " bytes behind " + zeros + " digits");
        }
        ExactSum sum = new ExactSum();
        sum.assign(new BigInteger(bytes).shiftLeft((int) zeros * Integer.SIZE));
        return sum;
    }

    /** The sum in units of 2^-1074. */
    BigInteger exact() {
        BigInteger exact = BigInteger.ZERO;
        for (int i = digits.length - 1; i >= 0; i--) {
            exact = exact.shiftLeft(Integer.SIZE).add(BigInteger.valueOf(digits[i]));
        }
        return exact.shiftLeft(first * Integer.SIZE);
    }

    /** The double nearest to {@code value} times two to the power of {@code exponent}. */
    static double nearest(BigInteger value, int exponent) {
        int surplus = Math.max(0, value.bitLength() - 62);
        BigInteger leading = value.shiftRight(surplus);
        boolean inexact = surplus > 0 && value.getLowestSetBit() < surplus;
        double rounded = (double) (inexact ? leading.longValue() | 1 : leading.longValue());
        return Math.scalb(rounded, surplus + exponent);
    }

    private void addScaled(long fraction, int shift, int sign) {
        if (fraction == 0) {
            return;
        }
        int digit = shift / Integer.SIZE;
        int within = shift % Integer.SIZE;
        makeRoom(digit, digit + 3);
        long beyond = fraction >>> (Integer.SIZE - within);
        digits[digit - first] += sign * ((fraction << within) & DIGIT);
        digits[digit - first + 1] += sign * (beyond & DIGIT);
        digits[digit - first + 2] += sign * (beyond >>> Integer.SIZE);
        if (++uncarried >= CARRY_AFTER) {
            carry();
        }
    }

    private void makeRoom(int from, int to) {
        if (digits.length == 0) {
            first = from;
            digits = new long[to - from + 1];
        } else if (from < first || to >= first + digits.length) {
            int lowest = Math.min(first, from);
            long[] wider = new long[Math.max(first + digits.length, to + 1) - lowest];
            System.arraycopy(digits, 0, wider, first - lowest, digits.length);
            first = lowest;
            digits = wider;
        }
    }

    private void carry() {
        for (int i = 0; i < digits.length - 1; i++) {
            digits[i + 1] += digits[i] >> Integer.SIZE;
            digits[i] &= DIGIT;
        }
        uncarried = 0;
    }

    private void assign(BigInteger exact) {
        int zeros = Math.max(0, exact.getLowestSetBit()) / Integer.SIZE;
        first = zeros;
        digits = new long[exact.bitLength() / Integer.SIZE + 2 - zeros];
        BigInteger rest = exact.shiftRight(zeros * Integer.SIZE);
        for (int i = 0; i < digits.length - 1; i++) {
            digits[i] = rest.longValue() & DIGIT;
            rest = rest.shiftRight(Integer.SIZE);
        }
        digits[digits.length - 1] = rest.longValue();
        uncarried = 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum sum && exact().equals(sum.exact());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exact().toByteArray());
    }

    @Override
    public String toString() {
        return Double.toString(value());
    }
}
