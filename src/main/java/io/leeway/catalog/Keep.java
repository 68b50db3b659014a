package io.leeway.catalog;

import java.util.Locale;

/** What may be kept and shown of raw values. */
public enum Keep {
    /** Only whether there was a value. */
    NONE,
    /** A keyed hash of the value: equal values stay equal, and nobody can tell which they were. */
    HASH,
    /** The value itself. */
    VALUE;

    /** The name in settings: {@code none}, {@code hash}, {@code value}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
