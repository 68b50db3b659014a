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
        if (used == 0 && !dense) {
            copy(other);
        } else if (dense && other.dense && other.counts.length <= counts.length) {
            addDense(other);
        } else {
            addEach(other);
        }
    }

    /** The slots in use, ascending. */
    int[] slots() {
        int[] inUse = new int[dense ? counts.length : used];
        int length = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0) {
                inUse[length++] = dense ? place : slots[place];
            }
        }
        if (!dense) {
            Arrays.sort(inUse, 0, length);
        }
        return length == inUse.length ? inUse : Arrays.copyOf(inUse, length);
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
        int[] slots = new int[in.length()];
        long[] counts = new long[slots.length];
        long slot = 0;
        for (int i = 0; i < slots.length; i++) {
            slot += in.count();
            if (slot < 0 || slot >= MOST_SLOTS) {
                throw new MalformedBytesException("a count in slot " + slot);
            }
            slots[i] = (int) slot;
            counts[i] = in.count();
        }
        return of(slots, counts);
    }

    /** Counts of ascending slots, in the smaller of the two forms at once. */
    private static SparseCounts of(int[] slots, long[] counts) {
        SparseCounts made = new SparseCounts();
        int table = Math.max(4, Integer.highestOneBit(slots.length) * 4);
        int end = slots.length == 0 ? 0 : slots[slots.length - 1] + 1;
        if (slots.length > 1 && end <= table) {
            made.turnDense(end);
        } else {
            made.rehash(table);
        }
        for (int i = 0; i < slots.length; i++) {
            made.add(slots[i], counts[i]);
        }
        return made;
    }

    private void copy(SparseCounts other) {
        slots = other.slots.clone();
        counts = other.counts.clone();
        dense = other.dense;
        used = other.used;
        highest = other.highest;
    }

    private void addDense(SparseCounts other) {
        for (int slot = 0; slot < other.counts.length; slot++) {
            counts[slot] += other.counts[slot];
        }
        highest = Math.max(highest, other.highest);
    }

    private void addEach(SparseCounts other) {
        if (other.dense && !dense && highest <= other.highest) {
            turnDense(other.counts.length);
        }
        for (int place = 0; place < other.counts.length; place++) {
            if (other.counts[place] != 0) {
                add(other.dense ? place : other.slots[place], other.counts[place]);
            }
        }
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
        if (highest < ENTRY_TO_ELEMENT * slots.length) {
            turnDense(highest + 1);
        } else {
            rehash(slots.length * 2);
        }
    }

    private void turnDense(int length) {
        dense = true;
        move(new int[0], length);
    }

    private void rehash(int length) {
        move(emptySlots(length), length);
    }

    private void move(int[] newSlots, int length) {
        int[] oldSlots = slots;
        long[] oldCounts = counts;
        slots = newSlots;
        counts = new long[length];
        used = 0;
        for (int place = 0; place < oldSlots.length; place++) {
            add(oldSlots[place], oldCounts[place]);
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NO_SLOT);
        return slots;
    }
}
