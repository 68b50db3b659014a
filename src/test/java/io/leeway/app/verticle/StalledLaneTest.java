package io.leeway.app.verticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.event.BatchBuilder;
import io.leeway.ingest.Entry;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.HeapJournal;
import io.leeway.ingest.Sequencer;
import io.leeway.ingest.SequencerStore;
import io.leeway.ingest.TestKey;
import io.leeway.monitor.Tables;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.state.Table;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane whose store fails it for a while ends up knowing what one knows whose store never failed. */
class StalledLaneTest {
    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HeapJournal journal = new HeapJournal();
    private final Sequencer sequencer = new SequencerStore(new HeapStore()).recover(journal, TestKey.PSEUDONYMS);
    private final FailingStore store = new FailingStore();
    private final HeapStore neverFailing = new HeapStore();
    private final Vitals vitals = new Vitals();
    private final Vertx vertx = Vertx.vertx();
    private final LaneVerticle lane = lane(store, vitals);
    private final LaneVerticle other = lane(neverFailing, new Vitals());

    @BeforeEach
    void start() {
        for (LaneVerticle verticle : List.of(lane, other)) {
            DeploymentOptions worker = new DeploymentOptions()
                    .setThreadingModel(ThreadingModel.WORKER)
                    .setWorkerPoolName("lane-" + System.identityHashCode(verticle))
                    .setWorkerPoolSize(1);
            assertThat(vertx.deployVerticle(verticle, worker).toCompletionStage())
                    .succeedsWithin(SOON);
        }
    }

    @AfterEach
    void stop() {
        assertThat(vertx.close().toCompletionStage()).succeedsWithin(SOON);
    }

    @Test
    void whatCouldNotBeCommittedIsCommittedLater() {
        hand("a");
        awaitCommitted();
        store.takesNothing = true;
        hand("b");
        await().atMost(SOON).until(() -> store.refused.get() > 0);
        await().atMost(SOON).until(() -> vitals.stall().isPresent());
        hand("c");
        store.takesNothing = false;
        awaitCommitted();
        assertItKnowsWhatTheOtherKnows();
    }

    @Test
    void anEntryThatWasAppliedByHalvesIsAppliedAgainFromTheLastCommit() {
        hand("a");
        awaitCommitted();
        store.cannotBeRead = true;
        hand("b");
        await().atMost(SOON).until(() -> vitals.stall().isPresent());
        hand("c");
        store.cannotBeRead = false;
        awaitCommitted();
        hand("d");
        awaitCommitted();
        assertItKnowsWhatTheOtherKnows();
    }

    private LaneVerticle lane(Store of, Vitals told) {
        return new LaneVerticle(0, new LaneVerticle.Shared(1, of, journal, told));
    }

    /** Rows of an hour of their own, so that the lane has to look into its store. */
    private void hand(String name) {
        long first = sequencer.position();
        BatchBuilder batch = new BatchBuilder("m");
        for (int i = 0; i < 5; i++) {
            batch.id(name + i);
            batch.timestamp(NOON.plusSeconds(3_600L * name.charAt(0)).toEpochMilli());
            batch.featureNumber(batch.feature("size"), i);
            batch.predictionNumber(i % 2);
            batch.keep();
        }
        Instant now = NOON.plus(Duration.ofDays(30));
        assertThat(sequencer
                        .predictions(batch.build(), 0, Optional.empty(), now)
                        .rejections())
                .isEmpty();
        List<Entry> entries = sequencer.takeStaged();
        journal.append(entries.stream().map(EntryForm::bytes).toList());
        List.of(lane, other).forEach(it -> it.take(new Placed(first, entries, () -> {})));
    }

    private void awaitCommitted() {
        await().atMost(SOON).until(() -> lane.committed() == journal.end() && other.committed() == journal.end());
        await().atMost(SOON).until(() -> vitals.stall().isEmpty());
        assertThat(vitals.failure()).isEmpty();
    }

    private void assertItKnowsWhatTheOtherKnows() {
        assertThat(everything(store.sound)).isEqualTo(everything(neverFailing)).isNotEmpty();
    }

    /** All but the marks by which commits tell themselves apart. */
    private static Map<String, String> everything(Store store) {
        Map<String, String> all = new TreeMap<>();
        for (Table table : Tables.all()) {
            store.scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
                boolean mark = table.name().equals("to-report");
                all.put(
                        table.name() + HexFormat.of().formatHex(key),
                        mark ? "" : HexFormat.of().formatHex(value));
                return true;
            });
        }
        return all;
    }
}
