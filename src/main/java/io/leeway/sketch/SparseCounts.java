package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;

/**
 * Counts of numbered slots of which few are in use: a hash table while that is smaller than a plain array up to the
 * highest slot, the array from then on. Exact, the same in any order. Not safe for several threads.
 */
final class SparseCounts {
    /** Slots are numbered from 0 to below this; damaged bytes cannot ask for more memory. */
    static final int MOST_SLOTS = 1 << 20;

    private static final int NO_SLOT = -1;
    /** Bytes of a hash entry (an int and a long) against those of an array element, with the table half full. */
    private static final int ENTRY_TO_ELEMENT = 2;

    private int[] slots = emptySlots(4);
    private long[] counts = new long[4];
    private boolean dense;
    private int used;
    private int highest;

    void add(int slot, long count) {
        if (count == 0) {
            return;
        }
        highest = Math.max(highest, slot);
        if (!dense && used * 2 >= slots.length) {
            grow();
        }
        if (dense) {
            addDense(slot, count);
        } else {
            addHashed(slot, count);
        }
    }

    long get(int slot) {
        if (dense) {
            return slot < counts.length ? counts[slot] : 0;
        }
        int place = place(slot);
        return slots[place] == slot ? counts[place] : 0;
    }

    void merge(SparseCounts other) {
        for (int slot : other.slots()) {
            add(slot, other.get(slot));
        }
    }

    /** The slots in use, ascending. */
    int[] slots() {
        if (!dense) {
            return Arrays.stream(slots).filter(slot -> slot != NO_SLOT).sorted().toArray();
        }
        int[] inUse = new int[counts.length];
        int length = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                inUse[length++] = slot;
            }
        }
        return Arrays.copyOf(inUse, length);
    }

    /** For each of the first slots how many are counted in it or below it. */
    long[] cumulative(int length) {
        long[] cumulative = dense ? Arrays.copyOf(counts, length) : new long[length];
        if (!dense) {
            for (int place = 0; place < slots.length; place++) {
                if (slots[place] != NO_SLOT) {
                    cumulative[slots[place]] = counts[place];
                }
            }
        }
        for (int slot = 1; slot < length; slot++) {
            cumulative[slot] += cumulative[slot - 1];
        }
        return cumulative;
    }

    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Slots ascending, each as its distance to the one before. */
    void write(ByteWriter out) {
        int[] all = slots();
        out.count(all.length);
        int before = 0;
        for (int slot : all) {
            out.count(slot - before).count(get(slot));
            before = slot;
        }
    }

    static SparseCounts read(ByteReader in) {
        SparseCounts read = new SparseCounts();
        int length = in.length();
        long slot = 0;
        for (int i = 0; i < length; i++) {
            slot += in.count();
            if (slot < 0 || slot >= MOST_SLOTS) {
                throw new MalformedBytesException("a count in slot " + slot);
            }
            read.add((int) slot, in.count());
        }
        return read;
    }

    private void addDense(int slot, long count) {
        if (slot >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(slot + 1, counts.length + counts.length / 4));
        }
        counts[slot] += count;
    }

    private void addHashed(int slot, long count) {
        int place = place(slot);
        if (slots[place] == NO_SLOT) {
            slots[place] = slot;
            used++;
        }
        counts[place] += count;
    }

    /** Where a slot stands or would stand: linear probing from a multiplicative hash (Knuth, vol. 3, 6.4). */
    private int place(int slot) {
        int mask = slots.length - 1;
        int place = ((slot * 0x9E3779B9) >>> 7) & mask;
        while (slots[place] != NO_SLOT && slots[place] != slot) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int[] oldSlots = slots;
        long[] oldCounts = counts;
        dense = highest < ENTRY_TO_ELEMENT * oldSlots.length;
        slots = dense ? new int[0] : emptySlots(oldSlots.length * 2);
        counts = new long[dense ? highest + 1 : slots.length];
        used = 0;
        for (int place = 0; place < oldSlots.length; place++) {
            if (oldSlots[place] != NO_SLOT) {
                add(oldSlots[place], oldCounts[place]);
            }
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NO_SLOT);
        return slots;
    }
}
