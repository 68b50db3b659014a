package io.leeway.wire;

import com.fasterxml.jackson.core.io.NumberInput;

/** Numbers as JSON writes them (RFC 8259, section 6): {@code 02139} and {@code +1} are none. */
final class JsonNumbers {
    /** No double needs more digits, and reading takes longer than in proportion to them. */
    private static final int LONGEST = 1000;

    private JsonNumbers() {}

    static boolean is(char[] chars, int from, int to) {
        int at = from < to && chars[from] == '-' ? from + 1 : from;
        int end = digits(chars, at, to);
        if (end == at || (chars[at] == '0' && end > at + 1) || to - from > LONGEST) {
            return false;
        }
        if (end < to && chars[end] == '.') {
            int fraction = digits(chars, end + 1, to);
            if (fraction == end + 1) {
                return false;
            }
            end = fraction;
        }
        return end == to || isExponent(chars, end, to);
    }

    /** The value of characters that {@linkplain #is are} a number; infinite beyond the largest double. */
    static double value(char[] chars, int from, int to) {
        return NumberInput.parseDouble(chars, from, to - from, true);
    }

    private static boolean isExponent(char[] chars, int at, int to) {
        if (chars[at] != 'e' && chars[at] != 'E') {
            return false;
        }
        int first = at + 1 < to && (chars[at + 1] == '+' || chars[at + 1] == '-') ? at + 2 : at + 1;
        int end = digits(chars, first, to);
        return end > first && end == to;
    }

    /** The index behind the digits that begin at {@code from}. */
    private static int digits(char[] chars, int from, int to) {
        int at = from;
        while (at < to && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        return at;
    }
}
