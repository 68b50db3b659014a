package io.leeway.wire;

import io.leeway.event.ValueKind;

/** The value at hand: one, used again for every value of a request. Its characters are valid until the next is set. */
final class Cell {
    private static final char[] NONE = {};

    private ValueKind kind = ValueKind.MISSING;
    private double number;
    private char[] chars = NONE;
    private int from;
    private int length;

    void missing() {
        kind = ValueKind.MISSING;
    }

    /** Something that is no single value: an object or an array. */
    void other() {
        kind = ValueKind.OTHER;
    }

    void text(char[] source, int start, int count) {
        kind = ValueKind.TEXT;
        chars(source, start, count);
    }

    /** A number with the characters it was written in. NaN is missing, an infinite number is other, -0 is 0. */
    void number(double value, char[] source, int start, int count) {
        if (Double.isNaN(value)) {
            missing();
        } else {
            kind = Double.isInfinite(value) ? ValueKind.OTHER : ValueKind.NUMBER;
            number = value + 0.0;
            chars(source, start, count);
        }
    }

    ValueKind kind() {
        return kind;
    }

    boolean is(ValueKind other) {
        return kind == other;
    }

    /** The value of a number. */
    double number() {
        return number;
    }

    char[] chars() {
        return chars;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    /** The characters of a text, or of a number as it was written. */
    String text() {
        return new String(chars, from, length);
    }

    private void chars(char[] source, int start, int count) {
        chars = source;
        from = start;
        length = count;
    }
}
