package io.leeway.monitor;

import io.leeway.ingest.Entry;
import io.leeway.truth.LabelDelays;

/** How many rows came in a span, when the newest is of, and how long their labels took: of a sum what costs next to nothing. */
final class Came {
    private final LabelDelays delays = new LabelDelays();
    private long rows;
    private long newest = Entry.NO_WATERMARK;

    void add(Partial partial) {
        rows += partial.profile().rows();
        newest = Math.max(newest, partial.newest());
        delays.merge(partial.delays());
    }

    /** How many predictions. */
    long rows() {
        return rows;
    }

    /** The newest event time of a row, epoch milliseconds, or {@link Entry#NO_WATERMARK}. */
    long newest() {
        return newest;
    }

    /** How long labels took. */
    LabelDelays delays() {
        return delays;
    }
}
