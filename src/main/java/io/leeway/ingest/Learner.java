package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Replacement;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects the first rows of a model that has no reference set, in journal order, an id counted once: they become its
 * learned baseline.
 */
final class Learner {
    /** How many rows make a learned baseline. */
    static final int ROWS = 1_000;

    private final String model;
    private final Set<String> ids = new HashSet<>();
    private BatchBuilder rows;
    private boolean stopped;

    Learner(String model) {
        this.model = model;
        this.rows = new BatchBuilder(model);
    }

    void learn(Batch batch) {
        for (int row = 0; row < batch.size() && !stopped && rows.size() < ROWS; row++) {
            if (!batch.ids().present(row) || ids.add(batch.ids().text(row))) {
                rows.keep(batch, row);
            }
        }
    }

    /** A row of a prediction that is forgotten is not learned from; that its id was there stays known. */
    void forget(String id) {
        BatchBuilder others = new BatchBuilder(model);
        Batch collected = rows.build();
        for (int row = 0; row < collected.size(); row++) {
            if (!collected.ids().text(row).equals(id)) {
                others.keep(collected, row);
            }
        }
        rows = others;
    }

    /** Whether enough rows have come and nobody has taken them yet. */
    boolean ready() {
        return !stopped && rows.size() >= ROWS;
    }

    /** What was collected; nobody asks a reference set for an id. */
    Batch rows() {
        return Replacement.ids(rows.build(), id -> "");
    }

    /** A reference set is there: nothing is collected any more. */
    void stop() {
        stopped = true;
        ids.clear();
        rows = new BatchBuilder(model);
    }

    void write(ByteWriter out) {
        out.flag(stopped);
        if (!stopped) {
            rows.build().write(out);
        }
    }

    static Learner read(String model, ByteReader in) {
        Learner learner = new Learner(model);
        if (in.flag()) {
            learner.stop();
        } else {
            learner.learn(Batch.read(in));
        }
        return learner;
    }
}
