package io.leeway.app.verticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.event.BatchBuilder;
import io.leeway.ingest.Allowed;
import io.leeway.ingest.HeapJournal;
import io.leeway.ingest.Intake;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import io.leeway.ingest.TestKey;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.state.Table;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal's writer when the journal does what it never should, and when it only takes nothing for a while. */
class FailedIntakeTest {
    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long ROOM = 1 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final Store store = new HeapStore();
    private final Vitals vitals = new Vitals();
    private final Admission admission = new Admission(ROOM);
    private final Troubled journal = new Troubled();
    private final JournalVerticle intake = new JournalVerticle(new JournalVerticle.Parts(
            journal,
            store,
            TestKey.PSEUDONYMS,
            InstantSource.fixed(NOON),
            List.of(),
            admission,
            new AcceptedRows(),
            vitals,
            Allowed.withDefaults()));

    @AfterEach
    void stop() throws Exception {
        vertx.close().await();
    }

    @Test
    void aLackOfMemoryIsNamedAndNothingIsTakenBehindIt() throws Exception {
        start();
        assertThat(post()).succeedsWithin(SOON);
        long taken = journal.end();
        journal.trouble = Trouble.NO_MEMORY;
        assertThat(post()).failsWithin(SOON).withThrowableOfType(ExecutionException.class);
        journal.trouble = Trouble.NONE;
        assertThat(vitals.failure().orElse("")).contains("Intake failed behind journal position " + taken);
        assertThat(post())
                .failsWithin(SOON)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IntakeException.class);
        assertThat(journal.end()).isEqualTo(taken);
    }

    @Test
    void whatWasDecidedWithoutTheJournalIsInNoCheckpoint() throws Exception {
        start();
        journal.trouble = Trouble.NO_MEMORY;
        assertThat(post()).failsWithin(SOON);
        vertx.close().await();
        store.scan(new Table("sequencer"), new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            throw new AssertionError("a checkpoint of decisions that no journal holds");
        });
    }

    @Test
    void aJournalThatTakesNothingForAWhileIsGoneOnWith() throws Exception {
        start();
        journal.trouble = Trouble.FULL;
        assertThat(post()).failsWithin(SOON).withThrowableOfType(ExecutionException.class);
        assertThat(intake.trouble()).isPresent();
        assertThat(admission.inHand()).isZero();
        await().atMost(SOON).until(() -> journal.mended.get() > 0);
        journal.trouble = Trouble.NONE;
        await().atMost(SOON).until(() -> intake.trouble().isEmpty());
        assertThat(post()).succeedsWithin(SOON);
        assertThat(vitals.failure()).isEmpty();
        assertThat(journal.end()).isPositive();
    }

    private void start() {
        DeploymentOptions worker = new DeploymentOptions()
                .setThreadingModel(ThreadingModel.WORKER)
                .setWorkerPoolName("intake-" + System.identityHashCode(this))
                .setWorkerPoolSize(1);
        assertThat(vertx.deployVerticle(intake, worker).toCompletionStage()).succeedsWithin(SOON);
    }

    private CompletableFuture<Intake.Taken> post() {
        BatchBuilder batch = new BatchBuilder("m");
        batch.timestamp(NOON.toEpochMilli());
        batch.predictionNumber(1);
        batch.keep();
        return intake.predictions(batch.build(), 0, Optional.empty()).toCompletableFuture();
    }

    private enum Trouble {
        NONE,
        FULL,
        NO_MEMORY
    }

    /** In the heap, and in trouble when told so. */
    private static final class Troubled implements Journal {
        private final HeapJournal sound = new HeapJournal();
        private final AtomicInteger mended = new AtomicInteger();
        private volatile Trouble trouble = Trouble.NONE;

        @Override
        public long end() {
            return sound.end();
        }

        @Override
        public long start() {
            return sound.start();
        }

        @Override
        public void append(List<byte[]> entries) throws JournalException {
            if (trouble == Trouble.NO_MEMORY) {
                throw new OutOfMemoryError("no room for the frame");
            }
            if (trouble == Trouble.FULL) {
                throw new JournalException("no space left", true, new IOException("no space left"));
            }
            sound.append(entries);
        }

        @Override
        public void mend() throws JournalException {
            mended.incrementAndGet();
            if (trouble == Trouble.FULL) {
                throw new JournalException("no space left", true, new IOException("no space left"));
            }
            sound.mend();
        }

        @Override
        public void read(long from, Visitor visitor) {
            sound.read(from, visitor);
        }

        @Override
        public void forgetBefore(long position) {
            sound.forgetBefore(position);
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
