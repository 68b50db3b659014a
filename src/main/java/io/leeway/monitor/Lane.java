package io.leeway.monitor;

import io.leeway.ingest.Entry;
import io.leeway.state.Store;

/**
 * One share of the ids: applies journal entries in order and commits what it knows now and then. Every lane is shown every
 * entry and takes the rows that are its own, so all lanes meet a change of settings or a new baseline at the same row.
 *
 * <p>Its part of the commit protocol (all of it stands at the package): {@link #apply} changes memory only; {@link #commit} writes everything changed, and the
 * position behind the last entry applied, in one atomic write ({@link LaneState#commit}); after a crash the owner shows
 * the entries from {@link #position} on again. One thread.
 */
public final class Lane {
    private final LaneState state;
    private final Applying applying;

    /**
     * The lane as of its last commit.
     *
     * @param number from 0
     * @param lanes how many lanes there are
     */
    public Lane(int number, int lanes, Store store) {
        Ownership ownership = new Ownership(number, lanes);
        this.state = new LaneState(store, ownership);
        this.applying = new Applying(ownership);
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
            state.sweep(entry.arrival());
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

    /** Whether so much was applied that memory asks for a commit. */
    public boolean laden() {
        return state.memory().laden();
    }

    /** Whether another commit would tidy something, although nothing more was applied. */
    public boolean untidy() {
        return state.memory().untidy();
    }

    /** Writes all that was applied so that its buckets can be dealt to other lanes. */
    void settle() {
        state.memory().settle();
        state.commit();
    }

    private final class Applying implements Entry.Handler {
        private final PredictionCounter predictions;
        private final LabelJoiner labels;

        Applying(Ownership ownership) {
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
            Entry.Reference reference = entry.reference();
            SegmentNames names = state.segments(model, reference);
            state.baseline(model, reference.version(), SegmentedBaseline.of(reference, model.definition(), names));
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

        @Override
        public void erased(Entry.Erased entry) {
            state.erase(entry.model());
        }

        private void advance(Entry entry) {
            state.change(entry.model()).watermark(entry.watermark());
        }

        private void forgetExpired(Entry entry) {
            state.change(entry.model()).expire(entry.arrival());
        }
    }
}
