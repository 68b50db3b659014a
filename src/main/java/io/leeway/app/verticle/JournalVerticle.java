package io.leeway.app.verticle;

import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.ingest.Allowed;
import io.leeway.ingest.Entry;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.IdempotencyKey;
import io.leeway.ingest.Intake;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Pseudonyms;
import io.leeway.ingest.Sequencer;
import io.leeway.ingest.SequencerStore;
import io.leeway.monitor.ModelErasures;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's one writer. Requests that wait together are put in order, appended with one write, and only then
 * answered and handed to the lanes (group commit). When the journal fails, everybody waiting is told so and nothing more
 * is taken in until it takes entries again, which is tried every second.
 */
public final class JournalVerticle extends VerticleBase implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(JournalVerticle.class);

    /** At most so many requests in one write, so that an answer never waits for a whole backlog. */
    private static final int MOST_TOGETHER = 1_024;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CHECKPOINT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** How long to wait for a disk that took no entries or no checkpoint. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private static final String CHECKPOINTS = "the checkpoint";

    private final Parts parts;
    private final SequencerStore sequencers;
    private final ConcurrentLinkedQueue<Request<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile Optional<IntakeException> closed = Optional.of(
            new IntakeException(IntakeException.Kind.UNAVAILABLE, "The service is starting; try again.", SOON));
    private Optional<Sequencer> sequencer = Optional.empty();
    private long checkpointAgain = -1;

    /**
     * What the journal's writer works with.
     *
     * @param accepted told the number of rows accepted of a model
     */
    public record Parts(
            Journal journal,
            Store store,
            Pseudonyms pseudonyms,
            InstantSource clock,
            List<LaneVerticle> lanes,
            Admission admission,
            AcceptedRows accepted,
            Vitals vitals,
            Allowed allowed) {}

    public JournalVerticle(Parts parts) {
        this.parts = parts;
        this.sequencers = new SequencerStore(parts.store());
    }

    @Override
    public Future<?> start() {
        sequencer = Optional.of(recovered());
        parts.accepted().update(sequencer.orElseThrow().accepted());
        vertx.setPeriodic(TICK.toMillis(), timer -> {
            var unused = tick();
        });
        vertx.setPeriodic(CHECKPOINT.toMillis(), timer -> checkpoint());
        closed = Optional.empty();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        drain();
        checkpoint();
        closed = Optional.of(
                new IntakeException(IntakeException.Kind.UNAVAILABLE, "The service is stopping; try again.", SOON));
        return Queued.done(context);
    }

    @Override
    public CompletionStage<Taken> predictions(Batch batch, long rejected, Optional<IdempotencyKey> key) {
        return submit(
                Sizes.of(batch),
                it -> it.predictions(batch, rejected, key, parts.clock().instant()));
    }

    @Override
    public CompletionStage<Taken> labels(Labels labels, long rejected, Optional<IdempotencyKey> key) {
        return submit(
                Sizes.of(labels),
                it -> it.labels(labels, rejected, key, parts.clock().instant()));
    }

    @Override
    public CompletionStage<Changed> settings(String model, ModelSettings settings) {
        return submit(0, it -> it.settings(model, settings, parts.clock().instant()));
    }

    @Override
    public CompletionStage<Taken> baseline(Optional<String> version, boolean timed, Batch rows) {
        return submit(
                Sizes.of(rows),
                it -> it.baseline(version, timed, rows, parts.clock().instant()));
    }

    @Override
    public CompletionStage<Taken> forget(String model, String id) {
        return submit(0, it -> it.forget(model, id, parts.clock().instant()));
    }

    @Override
    public CompletionStage<Taken> erase(String model) {
        return submit(0, it -> it.erase(model, parts.clock().instant()));
    }

    /** Lets time go on for models to which nothing arrives; answers with the position behind that. */
    public CompletionStage<Long> tick() {
        return submit(0, it -> {
            it.tick(parts.clock().instant());
            return it.position();
        });
    }

    /** Why nothing is taken in, if so. Any thread may ask. */
    public Optional<String> trouble() {
        return closed.map(why -> String.valueOf(why.getMessage()));
    }

    private <T> CompletionStage<T> submit(long bytes, Function<Sequencer, T> decision) {
        Optional<IntakeException> refusal = Refusals.of(parts.vitals()).or(() -> closed);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        if (!parts.admission().admit(bytes)) {
            return CompletableFuture.failedFuture(IntakeException.busy(
                    Limit.IN_FLIGHT_BYTES, "More rows are in hand than can be worked on; try again.", SOON));
        }
        Request<T> request = new Request<>(bytes, decision);
        waiting.add(request);
        if (scheduled.compareAndSet(false, true)) {
            context.runOnContext(unused -> drain());
        }
        return request.answer();
    }

    private void drain() {
        scheduled.set(false);
        List<Request<?>> together = new ArrayList<>();
        for (Request<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
            if (together.size() == MOST_TOGETHER) {
                write(together);
                together = new ArrayList<>();
            }
        }
        write(together);
    }

    private void write(List<Request<?>> together) {
        if (closed.isPresent() || sequencer.isEmpty()) {
            IntakeException refusal =
                    closed.or(() -> Refusals.of(parts.vitals())).orElseThrow();
            together.forEach(request -> request.fail(refusal, parts.admission()));
            return;
        }
        try {
            writeOrThrow(together);
        } catch (JournalException e) {
            putOff(e, Refusals.ofDisk(e.full(), String.valueOf(e.getMessage())), together);
        } catch (StoreException e) {
            putOff(e, Refusals.ofDisk(e.full(), String.valueOf(e.getMessage())), together);
        } catch (RuntimeException | Error e) {
            sequencer = Optional.empty();
            parts.vitals()
                    .failed(
                            "Intake failed behind journal position "
                                    + parts.journal().end(),
                            e);
            together.forEach(request -> request.fail(Refusals.of(parts.vitals()).orElseThrow(), parts.admission()));
        }
    }

    private void writeOrThrow(List<Request<?>> together) throws JournalException {
        Sequencer deciding = sequencer.orElseThrow();
        long first = deciding.position();
        together.forEach(request -> request.decide(deciding));
        List<Entry> entries = deciding.takeStaged();
        if (!entries.isEmpty()) {
            parts.journal().append(entries.stream().map(EntryForm::bytes).toList());
            entries.forEach(sequencers::keep);
        }
        hand(new Placed(first, entries, released(together)));
        together.forEach(Request::succeed);
    }

    /** What the sequencer knows is ahead of the journal now: it is recovered before anything more is taken in. */
    private void putOff(Exception failure, IntakeException why, List<Request<?>> together) {
        LOG.warn("What arrives cannot be kept, and nothing more is taken in until it can: {}", failure.getMessage());
        closed = Optional.of(why);
        sequencer = Optional.empty();
        together.forEach(request -> request.fail(why, parts.admission()));
        vertx.setTimer(AGAIN_AFTER.toMillis(), unused -> resume());
    }

    private void resume() {
        try {
            parts.journal().mend();
            sequencer = Optional.of(recovered());
            closed = Optional.empty();
            LOG.info("What arrives is taken in again");
        } catch (JournalException | StoreException stillFailing) {
            vertx.setTimer(AGAIN_AFTER.toMillis(), unused -> resume());
        } catch (RuntimeException | Error e) {
            parts.vitals()
                    .failed(
                            "Intake could not go on behind journal position "
                                    + parts.journal().end(),
                            e);
        }
    }

    private Sequencer recovered() {
        return sequencers
                .recover(parts.journal(), parts.pseudonyms())
                .within(parts.allowed())
                .after(new ModelErasures(parts.store(), parts.lanes().size()));
    }

    private void hand(Placed placed) {
        if (placed.entries().isEmpty()) {
            parts.lanes().forEach(unused -> placed.applied().run());
        } else {
            placed.entries().stream()
                    .map(Entry::model)
                    .distinct()
                    .forEach(model -> parts.accepted()
                            .update(model, sequencer.orElseThrow().accepted(model)));
            parts.lanes().forEach(lane -> lane.take(placed));
        }
    }

    /** Gives the bytes back once every lane has applied them. */
    private Runnable released(List<Request<?>> together) {
        long bytes = together.stream().mapToLong(Request::bytes).sum();
        AtomicInteger left = new AtomicInteger(parts.lanes().size());
        return () -> {
            if (left.decrementAndGet() == 0) {
                parts.admission().release(bytes);
            }
        };
    }

    /** What every lane has committed for good is no longer needed in the journal. */
    private void checkpoint() {
        if (sequencer.isEmpty()) {
            return;
        }
        long committed =
                parts.lanes().stream().mapToLong(LaneVerticle::committed).min().orElse(0);
        try {
            sequencers.checkpoint(sequencer.get(), parts.clock().instant(), committed, parts.journal());
            parts.vitals().resumed(CHECKPOINTS);
        } catch (StoreException e) {
            parts.vitals().stalled(CHECKPOINTS, e);
            boolean unused = vertx.cancelTimer(checkpointAgain);
            checkpointAgain = vertx.setTimer(AGAIN_AFTER.toMillis(), fired -> checkpoint());
        }
    }
}
