package io.leeway.alert;

/** What a condition says of a window: a missing figure makes it unknown, never false (Kleene's strong logic). */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** False if one of them is, else unknown if one of them is. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True if one of them is, else unknown if one of them is. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean known() {
        return this != UNKNOWN;
    }
}
