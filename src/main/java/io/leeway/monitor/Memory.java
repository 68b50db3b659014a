package io.leeway.monitor;

import io.leeway.bytes.ByteWriter;
import io.leeway.memory.Held;
import io.leeway.memory.Horizons;
import io.leeway.memory.IdKey;
import io.leeway.memory.LaneMemory;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.truth.Remembered;
import java.util.List;
import java.util.Optional;

/**
 * A lane's memory of predictions awaiting labels and of labels awaiting predictions. What has expired is as good as gone
 * from one entry on, in every replay alike; its rows go little by little with the commits behind.
 */
final class Memory {
    /** What the filters of all lanes may take of the heap: enough for some thirty-five million ids. */
    private static final long FILTER_BYTES = 128L << 20;

    private final LaneMemory ids;
    private final ByteWriter value = new ByteWriter();

    Memory(Store store, Ownership ownership) {
        this.ids = new LaneMemory(
                store, ownership.lane(), ownership.buckets().toArray(), FILTER_BYTES / ownership.lanes());
    }

    /**
     * What is remembered of an id.
     *
     * @param arrival of the entry that asks, for an id never heard of; epoch milliseconds
     * @param expiredUpTo what was heard of before is forgotten; where a clock was ahead and is put back, what is new counts
     *     as heard of then
     */
    Remembered get(IdKey key, long arrival, long expiredUpTo) {
        return remembered(ids.find(key), arrival, expiredUpTo);
    }

    private static Remembered remembered(Optional<Held> found, long arrival, long expiredUpTo) {
        return found.filter(held -> held.arrival() >= expiredUpTo)
                .map(held -> Remembered.read(held.arrival(), held.value()))
                .orElseGet(() -> Remembered.nothing(Math.max(arrival, expiredUpTo)));
    }

    /** Of each id, in order, whether something may be remembered of it from before what was put lately. */
    boolean[] mayBeOld(List<IdKey> keys) {
        return ids.mayBeOld(keys);
    }

    /** The same of an id that is not old: only what was put lately is looked at. */
    Remembered getRecent(IdKey key, long arrival, long expiredUpTo) {
        return remembered(ids.findRecent(key), arrival, expiredUpTo);
    }

    void put(IdKey key, Remembered remembered) {
        value.clear();
        remembered.write(value);
        ids.put(key, remembered.arrival(), value);
    }

    /** What was remembered of an id before does not stay in the store. */
    void erase(IdKey key) {
        ids.erase(key);
    }

    /** What has expired can go. */
    void sweep(Horizons horizons) {
        ids.sweep(horizons);
    }

    /** From now on what goes is told by these horizons. */
    void without(Horizons horizons) {
        ids.without(horizons);
    }

    /** What is remembered of models that are gone does not stay in the store. */
    void eraseGone() {
        ids.eraseGone();
    }

    /** The next commit leaves everything by bucket, for whichever lane has it next. */
    void settle() {
        ids.settle();
    }

    /** Whether there is work for another commit. */
    boolean untidy() {
        return ids.untidy();
    }

    /** Whether so much is in memory that a commit is due. */
    boolean laden() {
        return ids.laden();
    }

    void commit(Changes changes) {
        ids.commit(changes);
    }

    void committed() {
        ids.committed();
    }
}
