package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The entries put since the last segments were written, one behind the other in one array, with a hash table of where
 * each key's last one begins (open addressing, linear probing). Not safe for several threads.
 */
final class RecentEntries {
    private static final int FEWEST_SLOTS = 1 << 10;
    /** What is left of a long beside a place. */
    private static final int INDEX_BITS = Long.SIZE - 1 - IdKey.PLACE_BITS;

    private byte[] bytes = new byte[1 << 16];
    private int end;
    private int saved;
    /** One more than where an entry begins, and above it half of a hash of its order; 0 is a free slot. */
    private long[] slots = new long[FEWEST_SLOTS];

    private int keys;

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
        int slot = slot(key);
        if (slots[slot] == 0) {
            keys++;
        }
        slots[slot] = slotOf(key.order(), begin);
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
        keys = 0;
        end = 0;
        saved = 0;
    }

    /** Where the last entry of each key begins, in order, the entries of each bucket by themselves. */
    List<int[]> inOrder() {
        int[] begins = begins();
        int[] sizes = new int[IdKey.BUCKETS];
        for (int at : begins) {
            sizes[EntryBytes.bucket(bytes, at)]++;
        }
        long[][] places = Arrays.stream(sizes).mapToObj(long[]::new).toArray(long[][]::new);
        for (int i = 0; i < begins.length; i++) {
            long order = EntryBytes.order(bytes, begins[i]);
            int bucket = (int) (order >>> IdKey.PLACE_BITS);
            places[bucket][--sizes[bucket]] = place(order) << INDEX_BITS | i;
        }
        return Arrays.stream(places)
                .filter(bucket -> bucket.length > 0)
                .map(bucket -> sorted(bucket, begins))
                .toList();
    }

    /** Places of one bucket, each with an index of {@code begins} in its low bits, as what the index stands for. */
    private static int[] sorted(long[] places, int[] begins) {
        Arrays.sort(places);
        return Arrays.stream(places)
                .mapToInt(place -> begins[(int) place & ((1 << INDEX_BITS) - 1)])
                .toArray();
    }

    private int[] begins() {
        return Arrays.stream(slots)
                .filter(slot -> slot != 0)
                .mapToInt(RecentEntries::begin)
                .toArray();
    }

    private static long place(long order) {
        return order & ((1L << IdKey.PLACE_BITS) - 1);
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
        if (slots[slot] == 0) {
            keys++;
        }
        slots[slot] = slotOf(order, at);
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
