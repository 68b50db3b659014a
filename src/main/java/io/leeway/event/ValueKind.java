package io.leeway.event;

import io.leeway.bytes.MalformedBytesException;

/** What stood in one cell of a {@link ValueColumn}. */
public enum ValueKind {
    /** Nothing: null, absent, NaN. */
    MISSING(0),
    /** A finite number. */
    NUMBER(ValueKind.NUMBER_CODE),
    /** A text, or a boolean as {@code true} or {@code false}. */
    TEXT(ValueKind.TEXT_CODE),
    /** Something that is neither: an object, an array, an infinite number. */
    OTHER(3);

    /** The stored forms of the two kinds that hold something. */
    static final byte NUMBER_CODE = 1;

    static final byte TEXT_CODE = 2;

    private static final ValueKind[] ALL = values();

    private final byte code;

    ValueKind(int code) {
        this.code = (byte) code;
    }

    /** The stored form, an index into {@link #values}; never changes. */
    byte code() {
        return code;
    }

    static ValueKind of(int code) {
        if (code < 0 || code >= ALL.length) {
            throw new MalformedBytesException("a value of kind " + code);
        }
        return ALL[code];
    }
}
