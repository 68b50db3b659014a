package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.ingest.Entry;
import io.leeway.memory.IdKey;
import io.leeway.profile.Profiler;
import io.leeway.truth.Answer;
import io.leeway.truth.Label;
import io.leeway.truth.LoggedPrediction;
import io.leeway.truth.Remembered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts a lane's rows of predictions. A prediction is (model, version, id): the first one stands, a later one is a
 * duplicate. A new one is remembered until its label comes, and meets the label if that came first.
 */
final class PredictionCounter {
    private final LaneState state;
    private final Ownership ownership;

    PredictionCounter(LaneState state, Ownership ownership) {
        this.state = state;
        this.ownership = ownership;
    }

    void count(Entry.Predictions entry) {
        LaneModel model = state.change(entry.model());
        if (ownership.lane() == 0) {
            model.predictions().addRejected(entry.rejected());
        }
        Batch batch = entry.batch();
        Map<String, Profiler> profilers = new HashMap<>();
        newRows(entry, model).forEach((key, rows) -> {
            long newest = rows.newest(batch.timestamps());
            model.seen(key.version(), rows.oldest(batch.timestamps()), newest);
            Partial partial = state.partials().change(key);
            partial.seen(newest);
            profilers
                    .computeIfAbsent(key.version(), version -> profiler(batch, model, version))
                    .add(partial.profile(), rows.rows(), rows.size());
        });
    }

    private Profiler profiler(Batch batch, LaneModel model, String version) {
        return new Profiler(batch, model.definition(), state.layouts(model, version));
    }

    private RowGroups newRows(Entry.Predictions entry, LaneModel model) {
        Batch batch = entry.batch();
        RowGroups groups = new RowGroups(model, batch);
        Labelling labelling = new Labelling(state, model);
        for (int row = 0; row < batch.size(); row++) {
            long hash = Ownership.hash(batch.ids(), row, state.position());
            if (ownership.mine(hash)) {
                if (!batch.ids().present(row) || isNew(entry, row, hash, labelling)) {
                    groups.add(row);
                    model.predictions().addCounted();
                } else {
                    model.predictions().addDuplicate();
                }
            }
        }
        return groups;
    }

    /** Whether the row is no duplicate; remembers it if so. */
    private boolean isNew(Entry.Predictions entry, int row, long hash, Labelling labelling) {
        LaneModel model = labelling.model();
        Batch batch = entry.batch();
        IdKey key = IdKey.of(model.number(), batch.ids().bytes(row), hash);
        Remembered before = state.memory().get(key, entry.arrival(), model.expiredUpTo());
        if (before.holds(batch.version(row))) {
            return false;
        }
        LoggedPrediction prediction = prediction(batch, row, model.definition());
        Remembered after = arrived(before, entry.arrival()).with(prediction);
        before.label().ifPresent(label -> labelling.add(prediction, label));
        state.memory()
                .put(
                        key,
                        label(batch, row)
                                .map(label -> labelling.relabel(after, label))
                                .orElse(after));
        return true;
    }

    /** A label that waited does not shorten for how long the prediction is remembered. */
    private static Remembered arrived(Remembered before, long arrival) {
        return new Remembered(
                Math.max(before.arrival(), arrival), before.predictions(), before.label(), before.forgotten());
    }

    private static LoggedPrediction prediction(Batch batch, int row, Model model) {
        return new LoggedPrediction(
                batch.version(row),
                batch.timestamps()[row],
                Answer.predicted(batch, row, model),
                model.task().filter(Task.BINARY::equals).isPresent()
                        ? batch.score().number(row)
                        : Double.NaN);
    }

    /** The label that came with the row; it became known when the prediction was made. */
    private static Optional<Label> label(Batch batch, int row) {
        return Answer.at(batch.labels(), row).map(value -> new Label(value, batch.timestamps()[row]));
    }
}
