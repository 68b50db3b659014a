package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.Journal;
import io.leeway.ingest.MissingEntriesException;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.stream.IntStream;

/**
 * Starts a service with another number of lanes than it last had: the old lanes first apply all of the journal and commit,
 * then the buckets are dealt out anew. Memory is kept by bucket and so moves without being touched; old partials stay where
 * they are, for a sum does not care.
 */
public final class LaneDeal {
    private static final byte[] COUNT = Keys.of("count").bytes();

    private final Store store;
    private final Journal journal;

    public LaneDeal(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Makes the store ready for so many lanes. */
    public void prepare(int lanes) {
        int before = store.get(Tables.LANES, COUNT)
                .map(bytes -> (int) new ByteReader(bytes).count())
                .orElse(lanes);
        Changes changes = new Changes();
        if (before != lanes) {
            IntStream.range(0, before).forEach(lane -> catchUp(lane, before));
            IntStream.range(0, lanes).forEach(lane -> join(lane, changes));
        }
        changes.put(Tables.LANES, COUNT, new ByteWriter().count(lanes).toByteArray());
        store.commit(changes);
    }

    private void catchUp(int number, int lanes) {
        Lane lane = new Lane(number, lanes, store);
        MissingEntriesException.check(journal, "lane " + number, lane.position());
        journal.read(lane.position(), (at, entry) -> {
            lane.apply(at, EntryForm.read(entry));
            if (lane.laden()) {
                lane.commit();
            }
        });
        lane.settle();
    }

    /** A lane that stood aside knows what lane 0 knows of every model, and has counted what it had counted before. */
    private void join(int lane, Changes changes) {
        byte[] token = new ByteWriter().count(lane).count(journal.end()).toByteArray();
        for (LaneModel model : LaneStore.models(store, 0)) {
            LaneModel joined =
                    LaneStore.lanesOf(store, model.definition().name()).getOrDefault(lane, model.withoutCounts());
            joined.catchUpWith(model);
            LaneStore.putModel(changes, joined, lane, token);
        }
        LaneStore.putPosition(changes, lane, journal.end());
    }
}
