package io.leeway.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is, mildest first. */
public enum Level {
    /** Somebody should look within a working day. */
    WARNING,
    /** Somebody should look now. */
    CRITICAL;

    /** As in rule files: {@code warning}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level written so, if there is one. */
    public static Optional<Level> of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(text))
                .findFirst();
    }

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /** The worse of two. */
    public Level or(Level other) {
        return atLeast(other) ? this : other;
    }
}
