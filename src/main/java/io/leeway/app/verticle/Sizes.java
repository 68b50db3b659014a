package io.leeway.app.verticle;

import io.leeway.event.Batch;
import io.leeway.event.Labels;

/** About how many bytes rows take in memory, for the admission. */
final class Sizes {
    /** A cell is a number, a code and its kind. */
    private static final long CELL = 13;

    private static final long ROW = 64;

    private Sizes() {}

    static long of(Batch batch) {
        return batch.size()
                * (ROW + CELL * (4 + batch.features().size() + batch.scores().size()));
    }

    static long of(Labels labels) {
        return labels.size() * (ROW + CELL);
    }
}
