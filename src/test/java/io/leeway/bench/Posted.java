package io.leeway.bench;

import java.util.Locale;

/** What is posted. */
enum Posted {
    PREDICTIONS,
    LABELS;

    /** The last word of the path it is posted to, and the name of its totals. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rows without numbers and times. */
    byte[] rows(Rows shape, long seed, int rows) {
        return this == LABELS ? shape.labels(seed, rows) : shape.predictions(seed, rows);
    }
}
