package io.leeway.wire;

/**
 * Reads the numbers that logs are full of: a few digits, perhaps with a point among them. The digits as a whole number
 * and the power of ten below them are both exact as doubles, so their quotient is the double nearest to what was
 * written. (Clinger 1990, doi:10.1145/93542.93557.)
 */
final class Decimals {
    /** So few characters hold at most 15 digits, and every whole number below 10^15 is a double. */
    private static final int LONGEST = 15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private Decimals() {}

    /** The value of characters that are a number in JSON; NaN for one that is longer, has an exponent, or is -0. */
    static double value(char[] chars, int from, int length) {
        int to = from + length;
        boolean negative = chars[from] == '-';
        int first = negative ? from + 1 : from;
        if (to - first > LONGEST) {
            return Double.NaN;
        }
        long digits = 0;
        int point = to - 1;
        for (int at = first; at < to; at++) {
            int digit = chars[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (chars[at] == '.') {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        double value = digits / POWERS[to - 1 - point];
        return negative ? negated(value) : value;
    }

    /** Whether zero keeps a sign depends on how it was written, which others know. */
    private static double negated(double value) {
        return value == 0 ? Double.NaN : -value;
    }
}
