package io.leeway.monitor;

import io.leeway.event.Batch;
import io.leeway.ingest.Entry;
import io.leeway.profile.Profiler;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts a lane's rows of predictions. A prediction is (model, version, id): the first one stands, a later one is a
 * duplicate.
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
        BatchSegments segments = new BatchSegments(state, model, entry.batch());
        RowGroups groups = new RowGroups(model, entry.batch(), segments);
        RowList own = ownership.rows(entry.batch().ids(), state.position());
        Newcomers newcomers = new Newcomers(new Labelling(state, model), state.memory(), segments, entry);
        newcomers.among(own, row -> {
            groups.add(row);
            model.predictions().addCounted();
        });
        model.predictions().addDuplicates(own.size() - groups.rows());
        return groups;
    }
}
