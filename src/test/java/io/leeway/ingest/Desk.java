package io.leeway.ingest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import io.leeway.state.HeapStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A sequencer with its journal and store, and rows of a model {@code m} to put in order. */
final class Desk {
    static final String MODEL = "m";
    static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

    final HeapStore store = new HeapStore();
    final HeapJournal journal = new HeapJournal();
    private SequencerStore sequencers = new SequencerStore(store);
    Sequencer sequencer = sequencers.recover(journal, TestKey.PSEUDONYMS);

    /** What was decided stands in the journal; returns it. */
    @CanIgnoreReturnValue
    List<Entry> write() {
        List<Entry> entries = sequencer.takeStaged();
        journal.append(entries.stream().map(EntryForm::bytes).toList());
        entries.forEach(sequencers::keep);
        return entries;
    }

    /** Only the first of what was decided reaches the journal before the crash. */
    void crashAfter(int entries) {
        journal.append(sequencer.takeStaged().stream()
                .limit(entries)
                .map(EntryForm::bytes)
                .toList());
        restart();
    }

    void restart() {
        sequencers = new SequencerStore(store);
        sequencer = sequencers.recover(journal, TestKey.PSEUDONYMS);
    }

    void checkpoint() {
        checkpoint(NOON);
    }

    void checkpoint(Instant now) {
        sequencers.checkpoint(sequencer, now);
    }

    @CanIgnoreReturnValue
    Intake.Taken post(Batch batch, Instant now) {
        return predictions(batch, 0, Optional.empty(), now);
    }

    @CanIgnoreReturnValue
    Intake.Taken predictions(Batch batch, long rejected, Optional<IdempotencyKey> key, Instant now) {
        return sequencer.predictions(batch, rejected, key, now);
    }

    @CanIgnoreReturnValue
    Intake.Taken labels(Labels labels, long rejected, Optional<IdempotencyKey> key, Instant now) {
        return sequencer.labels(labels, rejected, key, now);
    }

    @CanIgnoreReturnValue
    Intake.Changed settings(String model, ModelSettings settings, Instant now) {
        return sequencer.settings(model, settings, now);
    }

    @CanIgnoreReturnValue
    Intake.Taken baseline(Optional<String> version, Batch rows, Instant now) {
        return sequencer.baseline(version, true, rows, now);
    }

    @CanIgnoreReturnValue
    Intake.Taken forget(String model, String id, Instant now) {
        return sequencer.forget(model, id, now);
    }

    static Optional<IdempotencyKey> key(String name) {
        return Optional.of(new IdempotencyKey(name, 1));
    }

    /** Rows with ids, one a second from {@code first} on. */
    static Batch rows(int count, String name, Instant first) {
        BatchBuilder batch = new BatchBuilder(MODEL);
        for (int i = 0; i < count; i++) {
            batch.id(name + i);
            batch.timestamp(first.plusSeconds(i).toEpochMilli());
            batch.featureNumber(batch.feature("size"), i);
            batch.predictionNumber(i % 2);
            batch.score(0.5);
            batch.keep();
        }
        return batch.build();
    }

    static Labels label(String id) {
        LabelsBuilder labels = new LabelsBuilder(MODEL);
        labels.add(id, 1, NOON.toEpochMilli());
        return labels.build();
    }
}
