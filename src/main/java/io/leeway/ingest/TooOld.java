package io.leeway.ingest;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows older than a model keeps windows are not taken. */
final class TooOld {
    private TooOld() {}

    /**
     * The rows of before {@code oldest}.
     *
     * @param oldest epoch milliseconds
     */
    static List<Rejection> rejections(Batch batch, long oldest) {
        List<Rejection> rejections = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            if (batch.timestamps()[row] < oldest) {
                rejections.add(new Rejection(
                        row,
                        Rejection.Reason.TOO_OLD,
                        "older than keep_windows allows; the oldest row taken now is of "
                                + Instant.ofEpochMilli(oldest)));
            }
        }
        return rejections;
    }

    /** The other rows. */
    static Batch without(Batch batch, long oldest) {
        BatchBuilder kept = new BatchBuilder(batch.model());
        for (int row = 0; row < batch.size(); row++) {
            if (batch.timestamps()[row] >= oldest) {
                kept.keep(batch, row);
            }
        }
        return kept.build();
    }
}
