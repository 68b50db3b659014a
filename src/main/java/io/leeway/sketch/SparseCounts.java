package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;

/**
 * Counts of numbered slots of which few are in use: a hash table while that is much smaller than a plain array up to the
 * highest slot, the array from then on. Exact, the same in any order. Not safe for several threads.
 */
final class SparseCounts {
    /** Slots are numbered from 0 to below this; damaged bytes cannot ask for more memory. */
    static final int MOST_SLOTS = 1 << 20;

    /** Bits of a count in a cell of the hash table; above them stands one more than its slot. One cell is one access. */
    private static final int COUNT_BITS = 43;

    private static final long COUNT = (1L << COUNT_BITS) - 1;
    /** A table at most half full takes two cells for each slot in use, an array one for each slot. */
    private static final int CELLS_A_SLOT = 2;

    /** Counts by slot if dense, else the hash table; 0 is nothing in both. */
    private long[] cells = new long[4];

    private boolean dense;
    private int used;
    /** The highest slot in use, as long as it is a hash table. */
    private int highest;

    void add(int slot, long count) {
        if (count == 0) {
            return;
        }
        highest = Math.max(highest, slot);
        if (!dense && used * CELLS_A_SLOT >= cells.length) {
            grow();
        }
        if (dense) {
            addDense(slot, count);
        } else {
            addHashed(slot, count);
        }
    }

    /** Counts one for each of these. */
    void addAll(int[] slots) {
        int done = dense ? addDense(slots, cells) : 0;
        for (int i = done; i < slots.length; i++) {
            add(slots[i], 1);
        }
    }

    /** Counts those that have a cell already, up to the first that has none; how many that were. */
    private static int addDense(int[] slots, long[] cells) {
        int done = 0;
        while (done < slots.length && slots[done] < cells.length) {
            cells[slots[done++]]++;
        }
        return done;
    }

    long get(int slot) {
        if (dense) {
            return slot < cells.length ? cells[slot] : 0;
        }
        return cells[place(slot)] & COUNT;
    }

    void merge(SparseCounts other) {
        if (used == 0 && !dense) {
            copy(other);
        } else if (dense && other.dense && other.cells.length <= cells.length) {
            addDense(other);
        } else {
            addEach(other);
        }
    }

    /** The slots in use, ascending. */
    int[] slots() {
        return dense ? denseSlots() : hashedSlots();
    }

    private int[] denseSlots() {
        int[] slots = new int[cells.length];
        int size = 0;
        for (int slot = 0; slot < cells.length; slot++) {
            slots[size] = slot;
            size += cells[slot] == 0 ? 0 : 1;
        }
        return Arrays.copyOf(slots, size);
    }

    private int[] hashedSlots() {
        AscendingSlots slots = new AscendingSlots(highest + 1);
        for (int place = 0; place < cells.length; place++) {
            if (cells[place] != 0) {
                slots.add(slotAt(place));
            }
        }
        return slots.toArray();
    }

    long total() {
        long total = 0;
        for (int place = 0; place < cells.length; place++) {
            total += countAt(place);
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
            if (counts[i] < 0 || counts[i] > COUNT) {
                throw new MalformedBytesException("a slot that counts " + counts[i]);
            }
        }
        return of(slots, counts);
    }

    /** Counts of ascending slots, in the better of the two forms at once. */
    private static SparseCounts of(int[] slots, long[] counts) {
        SparseCounts made = new SparseCounts();
        int table = Math.max(4, Integer.highestOneBit(slots.length) * 4);
        int end = slots.length == 0 ? 0 : slots[slots.length - 1] + 1;
        if (slots.length > 1 && pays(end, table)) {
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
        cells = other.cells.clone();
        dense = other.dense;
        used = other.used;
        highest = other.highest;
    }

    private void addDense(SparseCounts other) {
        for (int slot = 0; slot < other.cells.length; slot++) {
            cells[slot] += other.cells[slot];
        }
    }

    private void addEach(SparseCounts other) {
        if (other.dense && !dense && highest < other.cells.length) {
            turnDense(other.cells.length);
        }
        for (int place = 0; place < other.cells.length; place++) {
            if (other.cells[place] != 0) {
                add(other.slotAt(place), other.countAt(place));
            }
        }
    }

    private void addDense(int slot, long count) {
        if (slot >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(slot + 1, cells.length + cells.length / 4));
        }
        cells[slot] += count;
    }

    private void addHashed(int slot, long count) {
        int place = place(slot);
        if (cells[place] == 0) {
            cells[place] = (slot + 1L) << COUNT_BITS;
            used++;
        }
        cells[place] += count;
    }

    /** The slot of what stands at a place. */
    private int slotAt(int place) {
        return dense ? place : (int) (cells[place] >>> COUNT_BITS) - 1;
    }

    private long countAt(int place) {
        return dense ? cells[place] : cells[place] & COUNT;
    }

    /** Where a slot stands or would stand: linear probing from a multiplicative hash (Knuth, vol. 3, 6.4). */
    private int place(int slot) {
        int mask = cells.length - 1;
        int place = ((slot * 0x9E3779B9) >>> 7) & mask;
        while (cells[place] != 0 && cells[place] >>> COUNT_BITS != slot + 1) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        if (pays(highest + 1, cells.length * 2)) {
            turnDense(highest + 1);
        } else {
            rehash(cells.length * 2);
        }
    }

    /** Whether an array takes at most half as much again as a table would: it counts three times as fast. */
    private static boolean pays(int array, int table) {
        return array <= table + table / 2;
    }

    private void turnDense(int length) {
        move(true, length);
    }

    private void rehash(int length) {
        move(false, length);
    }

    /** A hash table becomes another, or an array. */
    private void move(boolean toArray, int length) {
        long[] old = cells;
        cells = new long[length];
        dense = toArray;
        used = 0;
        for (long cell : old) {
            if (cell != 0) {
                add((int) (cell >>> COUNT_BITS) - 1, cell & COUNT);
            }
        }
    }
}
