package io.leeway.monitor;

import io.leeway.ingest.Entry;
import io.leeway.state.Store;
import java.time.Duration;

/**
 * One share of the ids: applies journal entries in order and commits what it knows now and then. Every lane is shown every
 * entry and takes the rows that are its own, so all lanes meet a change of settings or a new baseline at the same row.
 *
 * <p>The whole commit protocol: {@link #apply} changes memory only; {@link #commit} writes everything changed, and the
 * position behind the last entry applied, in one atomic write ({@link LaneState#commit}); after a crash the owner shows
 * the entries from {@link #position} on again. One thread.
 */
public final class Lane {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final LaneState state;
    private final Applying applying;

    /**
     * The lane as of its last commit.
     *
     * @param number from 0
     * @param lanes how many lanes there are
     */
    public Lane(int number, int lanes, Store store) {
        this.state = new LaneState(store, number);
        this.applying = new Applying(number, lanes);
    }

    /** The position of the next entry to apply. */
    public long position() {
        return state.position();
    }

    /** The position up to which everything is committed. */
    public long committed() {
        return state.committed();
    }

    /** Applies one entry; entries from before {@link #position} are passed over. */
    public void apply(long at, Entry entry) {
        if (at == state.position()) {
            entry.handle(applying);
            state.position(at + 1);
        } else if (at > state.position()) {
            throw new IllegalStateException(
                    "lane " + state.lane() + " was shown entry " + at + " but waits for " + state.position());
        }
    }

    /** Writes all that was applied. */
    public void commit() {
        state.commit();
    }

    private final class Applying implements Entry.Handler {
        private final PredictionCounter predictions;
        private final LabelJoiner labels;
        private final Ownership ownership;

        Applying(int number, int lanes) {
            ownership = new Ownership(number, lanes);
            predictions = new PredictionCounter(state, ownership);
            labels = new LabelJoiner(state, ownership);
        }

        @Override
        public void predictions(Entry.Predictions entry) {
            forgetExpired(entry);
            advance(entry);
            predictions.count(entry);
        }

        @Override
        public void truth(Entry.Truth entry) {
            forgetExpired(entry);
            labels.join(entry);
        }

        @Override
        public void modelChanged(Entry.ModelChanged entry) {
            state.change(entry.model()).definition(entry.definition());
        }

        @Override
        public void baselineSet(Entry.BaselineSet entry) {
            LaneModel model = state.change(entry.model());
            state.baseline(model, entry.reference().version(), ModelBaseline.of(entry.reference(), model.definition()));
        }

        @Override
        public void tick(Entry.Tick entry) {
            forgetExpired(entry);
            advance(entry);
        }

        @Override
        public void forgotten(Entry.Forgotten entry) {
            labels.forget(entry);
        }

        private void advance(Entry entry) {
            state.change(entry.model()).watermark(entry.watermark());
        }

        /** Once a day of arrival, what was heard of before the label horizon is forgotten. */
        private void forgetExpired(Entry entry) {
            LaneModel model = state.change(entry.model());
            long horizon = entry.arrival()
                    - model.definition().settings().labelHorizon().toMillis();
            long day = Math.floorDiv(horizon, DAY) * DAY;
            if (day > model.expiredUpTo()) {
                ownership.buckets().forEach(bucket -> state.memory().expire(bucket, entry.model(), day));
                model.expiredUpTo(day);
            }
        }
    }
}
