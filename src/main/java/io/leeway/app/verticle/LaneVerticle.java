package io.leeway.app.verticle;

import io.leeway.ingest.EntryForm;
import io.leeway.ingest.Journal;
import io.leeway.ingest.MissingEntriesException;
import io.leeway.monitor.Lane;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One lane on a thread of its own: applies what the journal hands it and commits a moment later, or at once when somebody
 * waits for it. The dearer a commit, the longer until the next, so that committing takes a small share of the thread.
 *
 * <p>When the store does not take a commit the lane keeps what it knows and commits again; when the store fails it in the
 * middle of an entry, it is loaded again as after a crash. What it is handed meanwhile stands in the journal.
 */
public final class LaneVerticle extends VerticleBase {
    /** How long applied entries wait for their commit at least: so soon after an answer its rows can be seen. */
    private static final Duration COMMIT_AFTER = Duration.ofMillis(20);

    /** And at most: so much of the journal is applied again after a crash. */
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(2);

    /** A commit may take one part in so many of the thread's time. */
    private static final int COMMIT_SHARE = 20;

    /** How long to wait for a store that took no commit. */
    private static final Duration COMMIT_AGAIN_AFTER = Duration.ofSeconds(1);

    private final int number;
    private final int lanes;
    private final Store store;
    private final Journal journal;
    private final Vitals vitals;
    private final AtomicLong committed = new AtomicLong();
    private Optional<Lane> lane = Optional.empty();
    private long awaited;
    private Duration pause = COMMIT_AFTER;
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
        lane = Optional.of(recovered());
        vertx.eventBus().<Long>localConsumer(Facts.AWAITED, message -> await(message.body()));
        commit();
        return Future.succeededFuture();
    }

    /** What has half been applied is not committed: the next start begins at the last commit. */
    @Override
    public Future<?> stop() {
        commit();
        return Queued.done(context);
    }

    /** Applies entries, on this lane's own thread. */
    void take(Placed placed) {
        context.runOnContext(unused -> apply(placed));
    }

    /** The position up to which this lane has committed. Any thread may ask. */
    public long committed() {
        return committed.get();
    }

    /** As of the last commit, with the journal behind it applied. */
    private Lane recovered() {
        Lane recovered = new Lane(number, lanes, store);
        MissingEntriesException.check(journal, name(), recovered.position());
        journal.read(recovered.position(), (at, entry) -> replay(recovered, at, entry));
        return recovered;
    }

    private static void replay(Lane lane, long at, byte[] entry) {
        try {
            lane.apply(at, EntryForm.read(entry));
            if (lane.laden()) {
                lane.commit();
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("a lane cannot apply the journal's entry " + at, e);
        }
    }

    private void apply(Placed placed) {
        unlessFailed(() -> lane.ifPresent(it -> apply(placed, it)));
        placed.applied().run();
        commitInTime();
    }

    /** What the store failed in the middle of an entry is not trusted any more. */
    private void apply(Placed placed, Lane to) {
        try {
            long at = placed.first();
            for (var entry : placed.entries()) {
                to.apply(at++, entry);
            }
        } catch (StoreException e) {
            lane = Optional.empty();
            throw e;
        }
    }

    private void await(long position) {
        awaited = Math.max(awaited, position);
        commitInTime();
    }

    private void commitInTime() {
        boolean waitedFor = awaited > committed.get()
                && lane.filter(it -> awaited <= it.position()).isPresent();
        if (waitedFor || lane.filter(Lane::laden).isPresent()) {
            commit();
        } else {
            commitAfter(pause);
        }
    }

    private void commitAfter(Duration wait) {
        if (!commitDue) {
            commitDue = true;
            vertx.setTimer(wait.toMillis(), unused -> {
                commitDue = false;
                commit();
            });
        }
    }

    private void commit() {
        unlessFailed(() -> {
            Lane whole = lane.orElseGet(this::recovered);
            lane = Optional.of(whole);
            long began = System.nanoTime();
            whole.commit();
            pause = pauseAfter(Duration.ofNanos(System.nanoTime() - began));
            committed.set(whole.committed());
            vitals.resumed(name());
            vertx.eventBus().publish(Facts.LANE_COMMITTED, number);
            if (whole.untidy()) {
                commitAfter(pause);
            }
        });
    }

    private static Duration pauseAfter(Duration commit) {
        Duration pause = commit.multipliedBy(COMMIT_SHARE);
        if (pause.compareTo(COMMIT_AFTER) < 0) {
            return COMMIT_AFTER;
        }
        return pause.compareTo(COMMIT_WITHIN) > 0 ? COMMIT_WITHIN : pause;
    }

    private void unlessFailed(Runnable work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (StoreException e) {
            vitals.stalled(name(), e);
            commitAfter(COMMIT_AGAIN_AFTER);
        } catch (RuntimeException e) {
            failed = true;
            long at = lane.map(Lane::position).orElseGet(committed::get);
            vitals.failed("Lane " + number + " failed at journal position " + at, e);
        }
    }

    private String name() {
        return "lane " + number;
    }
}
