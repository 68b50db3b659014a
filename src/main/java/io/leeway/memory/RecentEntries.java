package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The entries put since the last segments were written, one behind the other in one array, with a hash table of where
 * each key's last one begins (open addressing, linear probing). Not safe for several threads.
 */
final class RecentEntries {
    private static final int FEWEST_SLOTS = 1 << 10;

    private byte[] bytes = new byte[1 << 16];
    private int end;
    private int saved;
    /** One more than where an entry begins, and above it half of a hash of its order; 0 is a free slot. */
    private long[] slots = new long[FEWEST_SLOTS];

    private int keys;
    /** Where entries begin whose key was put again. */
    private final BitSet replaced = new BitSet();

    /** What {@link #expect} read last, lest a compiler finds that nobody wants it. */
    @SuppressWarnings("UnusedVariable")
    private long expected;

    /**
     * Brings the slots of keys that are about to be asked for into the processor's cache, all together: asked one by one,
     * each would wait for memory. Changes nothing else.
     */
    void expect(List<IdKey> keys) {
        long read = 0;
        for (int i = 0; i < keys.size(); i++) {
            read += slots[hash(keys.get(i).order()) & (slots.length - 1)];
        }
        expected = read;
    }

    OptionalInt find(IdKey key) {
        long slot = slots[slot(key)];
        return slot == 0 ? OptionalInt.empty() : OptionalInt.of(begin(slot));
    }

    /** The array in which entries stand. */
    byte[] bytes() {
        return bytes;
    }

    void put(IdKey key, long arrival, ByteWriter value) {
        int begin = end;
        makeRoom(EntryBytes.size(key, value));
        EntryBytes.write(bytes, begin, key, arrival, value);
        end = begin + EntryBytes.size(key, value);
        note(slot(key), key.order(), begin);
        growIfHalfFull();
    }

    /** Puts entries again that were saved before. */
    void restore(byte[] entries) {
        int begin = end;
        makeRoom(entries.length);
        System.arraycopy(entries, 0, bytes, begin, entries.length);
        end = begin + entries.length;
        for (int at = begin; at < end; at = EntryBytes.end(bytes, at)) {
            index(at);
            growIfHalfFull();
        }
        saved = end;
    }

    /** How many bytes were put since {@link #saved}. */
    int unsaved() {
        return end - saved;
    }

    /** What was put since {@link #saved}. */
    byte[] unsavedBytes() {
        return Arrays.copyOfRange(bytes, saved, end);
    }

    void saved() {
        saved = end;
    }

    /** How many keys there are. */
    int keys() {
        return keys;
    }

    /** How many bytes the entries take, those replaced included. */
    int size() {
        return end;
    }

    void clear() {
        Arrays.fill(slots, 0);
        replaced.clear();
        keys = 0;
        end = 0;
        saved = 0;
    }

    /** The last entry of each key, those of each bucket together. */
    List<BucketEntries> byBucket() {
        BucketEntries[] buckets = new BucketEntries[IdKey.BUCKETS];
        Arrays.setAll(buckets, BucketEntries::new);
        for (int at = 0; at < end; at = EntryBytes.end(bytes, at)) {
            if (!replaced.get(at)) {
                buckets[EntryBytes.bucket(bytes, at)].add(bytes, at);
            }
        }
        return Arrays.stream(buckets).filter(bucket -> bucket.size() > 0).toList();
    }

    private int[] begins() {
        return Arrays.stream(slots)
                .filter(slot -> slot != 0)
                .mapToInt(RecentEntries::begin)
                .toArray();
    }

    private void makeRoom(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }

    /** Where the key's entry is noted, or would be. */
    private int slot(IdKey key) {
        int mask = slots.length - 1;
        int slot = hash(key.order()) & mask;
        while (slots[slot] != 0 && !(isOf(slots[slot], key.order()) && EntryBytes.is(bytes, begin(slots[slot]), key))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void index(int at) {
        long order = EntryBytes.order(bytes, at);
        int mask = slots.length - 1;
        int slot = hash(order) & mask;
        while (slots[slot] != 0
                && !(isOf(slots[slot], order) && EntryBytes.sameKey(bytes, begin(slots[slot]), bytes, at))) {
            slot = (slot + 1) & mask;
        }
        note(slot, order, at);
    }

    private void note(int slot, long order, int begin) {
        if (slots[slot] == 0) {
            keys++;
        } else {
            replaced.set(begin(slots[slot]));
        }
        slots[slot] = slotOf(order, begin);
    }

    private void growIfHalfFull() {
        if (keys * 2 > slots.length) {
            int[] begins = begins();
            slots = new long[slots.length * 2];
            keys = 0;
            for (int at : begins) {
                index(at);
            }
        }
    }

    private static long slotOf(long order, int begin) {
        return (long) hash(order) << Integer.SIZE | (begin + 1);
    }

    private static int begin(long slot) {
        return (int) slot - 1;
    }

    /** Spares a look at most entries of other keys. */
    private static boolean isOf(long slot, long order) {
        return (int) (slot >>> Integer.SIZE) == hash(order);
    }

    /** The order's low bits are those of a hash. */
    private static int hash(long order) {
        return (int) (order ^ (order >>> 20));
    }
}
