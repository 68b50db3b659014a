package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.IdColumn;
import io.leeway.ingest.Entry;
import io.leeway.memory.IdKey;
import io.leeway.truth.Answer;
import io.leeway.truth.Label;
import io.leeway.truth.LoggedPrediction;
import io.leeway.truth.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Finds the rows of a batch that are no duplicates. A new one is remembered until its label comes, and meets the label if
 * that came first; a row without an id is always new.
 */
final class Newcomers {
    private final Memory memory;
    private final LaneModel model;
    private final Entry.Predictions entry;
    private final Batch batch;
    private final Labelling labelling;
    private final BatchSegments segments;

    Newcomers(Labelling labelling, Memory memory, BatchSegments segments, Entry.Predictions entry) {
        this.memory = memory;
        this.model = labelling.model();
        this.entry = entry;
        this.batch = entry.batch();
        this.labelling = labelling;
        this.segments = segments;
    }

    /** Tells the new ones of some rows, in their order. Whether ids may be old is asked of all of them together. */
    void among(RowList rows, IntConsumer visitor) {
        List<IdKey> keys = keys(rows);
        boolean[] mayBeOld = memory.mayBeOld(keys);
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.rows()[i];
            boolean isNew = true;
            if (batch.ids().present(row)) {
                isNew = isNew(row, keys.get(next), mayBeOld[next]);
                next++;
            }
            if (isNew) {
                visitor.accept(row);
            }
        }
    }

    private List<IdKey> keys(RowList rows) {
        IdColumn ids = batch.ids();
        List<IdKey> keys = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (ids.present(rows.rows()[i])) {
                keys.add(IdKey.of(model.number(), ids, rows.rows()[i]));
            }
        }
        return keys;
    }

    private boolean isNew(int row, IdKey key, boolean mayBeOld) {
        Remembered before = mayBeOld
                ? memory.get(key, entry.arrival(), model.expiredUpTo())
                : memory.getRecent(key, entry.arrival(), model.expiredUpTo());
        if (before.holds(batch.version(row))) {
            return false;
        }
        remember(row, key, before);
        return true;
    }

    private void remember(int row, IdKey key, Remembered before) {
        LoggedPrediction prediction = prediction(row, model.definition());
        Remembered after = before.arrivedBy(entry.arrival()).with(prediction);
        before.label().ifPresent(label -> labelling.add(prediction, label));
        memory.put(key, label(row).map(label -> labelling.relabel(after, label)).orElse(after));
    }

    private LoggedPrediction prediction(int row, Model definition) {
        boolean scored = definition.task().filter(Task.BINARY::equals).isPresent();
        return new LoggedPrediction(
                batch.version(row),
                batch.timestamps()[row],
                Answer.predicted(batch, row, definition),
                scored ? batch.score().number(row) : Double.NaN,
                segments.of(row));
    }

    /** The label that came with the row; it became known when the prediction was made. */
    private Optional<Label> label(int row) {
        return Answer.at(batch.labels(), row).map(value -> new Label(value, batch.timestamps()[row]));
    }
}
