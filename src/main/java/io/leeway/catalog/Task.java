package io.leeway.catalog;

import java.util.Locale;

/** What kind of answer a model gives. */
public enum Task {
    /** One of two classes, one of them positive. */
    BINARY,
    /** One of several classes. */
    MULTICLASS,
    /** A number. */
    REGRESSION,
    /** A list of items, best first. */
    RANKING;

    /** The name in settings and reports: {@code binary}, {@code multiclass}, {@code regression}, {@code ranking}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
