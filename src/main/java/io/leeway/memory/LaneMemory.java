package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * What one lane remembers of the ids in its buckets. {@link #put} changes memory only; {@link #commit} adds what was put
 * since the last one to the caller's atomic write, and some of the tidying that is due. After {@link #committed} that is
 * how things stand; without it the next commit says the same again. Not safe for several threads.
 */
public final class LaneMemory {
    /** So many ids, or bytes, or commits, become segments. */
    private static final int MOST_RECENT = 1 << 17;

    private static final int MOST_RECENT_BYTES = 16 << 20;
    private static final int MOST_COMMITS = 1 << 13;

    /** So many entries are tidied with one commit, a few milliseconds' worth; but always one bucket. */
    private static final int MOST_TIDIED = 1 << 14;

    private final Store store;
    private final int lane;
    private final Shelves shelves;
    private final RecentEntries recent = new RecentEntries();
    private final Map<Integer, Chore> chores = new LinkedHashMap<>();
    private Horizons horizons = Horizons.NONE;
    private long firstCommit;
    private long nextCommit;
    private boolean settling;
    /** What the commit under way makes of shelves. */
    private final Map<Integer, Shelf> changed = new HashMap<>();

    private boolean shelving;

    /**
     * The memory as of the lane's last commit.
     *
     * @param buckets of the ids that are this lane's
     * @param filterBytes about the most memory that filters may take
     */
    public LaneMemory(Store store, int lane, int[] buckets, long filterBytes) {
        this.store = store;
        this.lane = lane;
        this.shelves = new Shelves(store, buckets, filterBytes);
        for (int bucket : buckets) {
            mergeIfDue(bucket);
            store.get(Tables.ERASURES, Tables.key(bucket)).ifPresent(unused -> chores.put(bucket, Chore.ERASE));
        }
        restoreRecent();
    }

    /** What is held of an id. */
    public Optional<Held> find(IdKey key) {
        Optional<Held> found = findRecent(key);
        return found.isPresent() ? found : shelves.find(key);
    }

    /** What is held of an id, if it was put lately. */
    public Optional<Held> findRecent(IdKey key) {
        OptionalInt at = recent.find(key);
        return at.isPresent() ? Optional.of(EntryBytes.held(recent.bytes(), at.getAsInt())) : Optional.empty();
    }

    /**
     * Of each id, in order, whether {@link #find} could find more than {@link #findRecent} until the next commit. To ask
     * of many ids takes little more time than of one, and makes the look-ups behind it quick.
     */
    public boolean[] mayBeOld(List<IdKey> keys) {
        recent.expect(keys);
        return shelves.mayHold(keys);
    }

    /**
     * From here on this is held of an id.
     *
     * @param arrival see {@link Held}
     * @param value as written so far
     */
    public void put(IdKey key, long arrival, ByteWriter value) {
        recent.put(key, arrival, value);
    }

    /** Once all is tidy, nothing stands in the tables any more of what was held of the id before the last {@link #put}. */
    public void erase(IdKey key) {
        settle();
        chores.put(key.bucket(), Chore.ERASE);
    }

    /** From now on what goes is told by these horizons. */
    public void without(Horizons expired) {
        horizons = expired;
    }

    /** Once all is tidy, nothing stands in the tables any more of models that are gone. */
    public void eraseGone() {
        settle();
        shelves.buckets().forEach(bucket -> chores.put(bucket, Chore.ERASE));
    }

    /** Entries that have expired go, little by little; until then it is the caller's to overlook them. */
    public void sweep(Horizons expired) {
        horizons = expired;
        settling |= recent.keys() > 0;
        shelves.buckets().forEach(bucket -> chores.merge(bucket, Chore.SWEEP, Chore::stronger));
    }

    /** The next commit puts everything into segments, so that buckets can be dealt to other lanes. */
    public void settle() {
        settling = true;
    }

    /** Whether another commit would tidy something. */
    public boolean untidy() {
        return settling || !chores.isEmpty();
    }

    /** Whether as much is held in memory as should be before the next commit. */
    public boolean laden() {
        return recent.keys() >= MOST_RECENT || recent.size() >= MOST_RECENT_BYTES;
    }

    /** Writes what was put since the last commit, and tidies a little. */
    public void commit(Changes changes) {
        changed.clear();
        shelving = settling || laden() || nextCommit - firstCommit >= MOST_COMMITS;
        if (shelving) {
            shelve(changes);
            erasures(bucket -> changes.put(Tables.ERASURES, Tables.key(bucket), new byte[0]));
        } else {
            append(changes);
            tidy(changes);
        }
    }

    /** The commit is in the store. */
    public void committed() {
        if (shelving) {
            recent.clear();
            firstCommit = nextCommit;
            settling = false;
        } else {
            nextCommit += recent.unsaved() > 0 ? 1 : 0;
            recent.saved();
            chores.keySet().removeAll(changed.keySet());
        }
        changed.values().forEach(this::keep);
        changed.clear();
    }

    private void append(Changes changes) {
        if (recent.unsaved() > 0) {
            changes.put(Tables.RECENT, Tables.key(lane, nextCommit), recent.unsavedBytes());
        }
    }

    private void shelve(Changes changes) {
        recent.byBucket().forEach(entries -> shelve(entries, changes));
        for (long commit = firstCommit; commit <= nextCommit; commit++) {
            changes.delete(Tables.RECENT, Tables.key(lane, commit));
        }
    }

    private void shelve(BucketEntries entries, Changes changes) {
        Shelf shelf = shelves.of(entries.bucket());
        SegmentWriter writer = new SegmentWriter(shelf.bucket(), shelf.next(), 0);
        for (int at : entries.inOrder()) {
            writer.add(entries.bytes(), at);
        }
        writer.write(changes).ifPresent(segment -> changed.put(shelf.bucket(), shelf.with(segment)));
    }

    private void tidy(Changes changes) {
        Tidying tidying = new Tidying(store, horizons, changes);
        for (Map.Entry<Integer, Chore> chore : chores.entrySet()) {
            changed.put(chore.getKey(), tidying.done(chore.getValue(), shelves.of(chore.getKey())));
            if (chore.getValue() == Chore.ERASE) {
                changes.delete(Tables.ERASURES, Tables.key(chore.getKey()));
            }
            if (tidying.entries() >= MOST_TIDIED) {
                return;
            }
        }
    }

    /** What is to be erased is not forgotten by a restart. */
    private void erasures(IntConsumer bucket) {
        chores.forEach((number, chore) -> {
            if (chore == Chore.ERASE) {
                bucket.accept(number);
            }
        });
    }

    private void keep(Shelf shelf) {
        shelves.keep(shelf);
        mergeIfDue(shelf.bucket());
    }

    private void mergeIfDue(int bucket) {
        if (!shelves.of(bucket).due().isEmpty()) {
            chores.merge(bucket, Chore.MERGE, Chore::stronger);
        }
    }

    private void restoreRecent() {
        byte[] prefix = Tables.key(lane);
        boolean[] any = new boolean[1];
        store.scan(Tables.RECENT, prefix, Keys.after(prefix), (key, value) -> {
            KeyParts parts = new KeyParts(key);
            long unused = parts.number();
            long commit = parts.number();
            firstCommit = any[0] ? firstCommit : commit;
            any[0] = true;
            nextCommit = commit + 1;
            recent.restore(value);
            return true;
        });
    }
}
