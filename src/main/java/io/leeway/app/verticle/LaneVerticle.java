package io.leeway.app.verticle;

import io.leeway.ingest.EntryForm;
import io.leeway.ingest.Journal;
import io.leeway.monitor.Lane;
import io.leeway.state.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One lane on a thread of its own: applies what the journal hands it and commits a moment later. */
public final class LaneVerticle extends VerticleBase {
    /** How long applied entries may wait for their commit: so soon after an answer its rows can be seen. */
    private static final Duration COMMIT_AFTER = Duration.ofMillis(20);

    private final int number;
    private final int lanes;
    private final Store store;
    private final Journal journal;
    private final Vitals vitals;
    private final AtomicLong committed = new AtomicLong();
    private Optional<Lane> lane = Optional.empty();
    private boolean commitDue;
    private boolean failed;

    /**
     * A lane.
     *
     * @param number from 0
     */
    public LaneVerticle(int number, Shared shared) {
        this.number = number;
        this.lanes = shared.lanes();
        this.store = shared.store();
        this.journal = shared.journal();
        this.vitals = shared.vitals();
    }

    /**
     * What all lanes work with.
     *
     * @param lanes how many there are
     */
    public record Shared(int lanes, Store store, Journal journal, Vitals vitals) {}

    /** Loads the last commit and applies the journal behind it. */
    @Override
    public Future<?> start() {
        Lane recovered = new Lane(number, lanes, store);
        journal.read(recovered.position(), (at, entry) -> replay(recovered, at, entry));
        lane = Optional.of(recovered);
        commit();
        return Future.succeededFuture();
    }

    /** What has half been applied is not committed: the next start begins at the last commit. */
    @Override
    public Future<?> stop() {
        commit();
        return Future.succeededFuture();
    }

    /** Applies entries, on this lane's own thread. */
    void take(Placed placed) {
        context.runOnContext(unused -> apply(placed));
    }

    /** The position up to which this lane has committed. Any thread may ask. */
    public long committed() {
        return committed.get();
    }

    private static void replay(Lane lane, long at, byte[] entry) {
        try {
            lane.apply(at, EntryForm.read(entry));
        } catch (RuntimeException e) {
            throw new IllegalStateException("a lane cannot apply the journal's entry " + at, e);
        }
    }

    private void apply(Placed placed) {
        unlessFailed(() -> {
            long at = placed.first();
            for (var entry : placed.entries()) {
                lane.orElseThrow().apply(at++, entry);
            }
        });
        placed.applied().run();
        if (!commitDue) {
            commitDue = true;
            vertx.setTimer(COMMIT_AFTER.toMillis(), unused -> commit());
        }
    }

    private void commit() {
        commitDue = false;
        unlessFailed(() -> {
            lane.orElseThrow().commit();
            committed.set(lane.orElseThrow().committed());
            vertx.eventBus().publish(Facts.LANE_COMMITTED, number);
        });
    }

    private void unlessFailed(Runnable work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failed = true;
            vitals.failed(
                    "Lane " + number + " failed at journal position "
                            + lane.orElseThrow().position(),
                    e);
        }
    }
}
