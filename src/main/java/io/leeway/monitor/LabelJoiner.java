package io.leeway.monitor;

import io.leeway.event.IdColumn;
import io.leeway.event.Labels;
import io.leeway.ingest.Entry;
import io.leeway.memory.IdKey;
import io.leeway.truth.Answer;
import io.leeway.truth.Label;
import io.leeway.truth.Remembered;
import java.util.Optional;

/**
 * Joins a lane's labels with remembered predictions by id. A label reaches the id under every version; of two labels the
 * later one wins, the same again is a duplicate. A label that comes before its prediction waits for it.
 */
final class LabelJoiner {
    private final LaneState state;
    private final Ownership ownership;

    LabelJoiner(LaneState state, Ownership ownership) {
        this.state = state;
        this.ownership = ownership;
    }

    void join(Entry.Truth entry) {
        LaneModel model = state.change(entry.model());
        if (ownership.lane() == 0) {
            model.labels().addRejected(entry.rejected());
        }
        Labelling labelling = new Labelling(state, model);
        Labels labels = entry.labels();
        for (int row = 0; row < labels.size(); row++) {
            if (ownership.mine(Ownership.hash(labels.ids(), row, state.position()))) {
                join(entry, row, labelling);
            }
        }
    }

    /** What is remembered of an id goes; that it was there stays, so that a retry is not counted again. */
    void forget(Entry.Forgotten entry) {
        IdColumn id = IdColumn.of(entry.id());
        LaneModel model = state.change(entry.model());
        if (ownership.mine(id.hash(0))) {
            IdKey key = IdKey.of(model.number(), id, 0);
            state.memory().put(key, remembered(entry, model, key).tombstone());
            state.memory().erase(key);
        }
    }

    private void join(Entry.Truth entry, int row, Labelling labelling) {
        Labels labels = entry.labels();
        LaneModel model = labelling.model();
        IdKey key = IdKey.of(model.number(), labels.ids(), row);
        Remembered before = remembered(entry, model, key);
        Optional<Label> label =
                Answer.at(labels.labels(), row).map(value -> new Label(value, labels.timestamps()[row]));
        Remembered after = label.filter(unused -> !before.forgotten())
                .map(it -> labelling.relabel(before, it))
                .orElse(before);
        if (after.equals(before)) {
            model.labels().addDuplicate();
        } else {
            state.memory().put(key, after);
            model.labels().addCounted();
        }
    }

    private Remembered remembered(Entry entry, LaneModel model, IdKey key) {
        return state.memory().get(key, entry.arrival(), model.expiredUpTo());
    }
}
