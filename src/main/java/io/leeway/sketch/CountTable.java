package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;

/**
 * Counts of the few bins that hold anything out of very many: an open-addressing table from bin to count. A count may
 * be negative, in a part that takes back what another part holds. Not safe for several threads.
 */
final class CountTable {
    private static final int FREE = -1;

    private int[] bins = free(8);
    private long[] counts = new long[8];
    private int used;

    void add(int bin, long by) {
        int slot = slot(bin);
        if (bins[slot] == FREE) {
            if (2 * (used + 1) > bins.length) {
                rehash();
                slot = slot(bin);
            }
            bins[slot] = bin;
            used++;
        }
        counts[slot] += by;
    }

    void merge(CountTable other) {
        for (int slot = 0; slot < other.bins.length; slot++) {
            if (other.counts[slot] != 0) {
                add(other.bins[slot], other.counts[slot]);
            }
        }
    }

    long count(int bin) {
        return counts[slot(bin)];
    }

    /** The bins whose count is not zero, ascending. */
    int[] bins() {
        int highest = -1;
        for (int bin : bins) {
            highest = Math.max(highest, bin);
        }
        AscendingSlots held = new AscendingSlots(highest + 1);
        for (int slot = 0; slot < bins.length; slot++) {
            if (counts[slot] != 0) {
                held.add(bins[slot]);
            }
        }
        return held.toArray();
    }

    void write(ByteWriter out) {
        int[] held = bins();
        out.count(held.length);
        int previous = -1;
        for (int bin : held) {
            out.count(bin - previous).whole(count(bin));
            previous = bin;
        }
    }

    /** Reads bins below {@code limit}. */
    static CountTable read(ByteReader in, int limit) {
        CountTable table = new CountTable();
        long bin = -1;
        for (int left = in.length(); left > 0; left--) {
            long step = in.count();
            bin += step;
            if (step < 1 || step > limit || bin >= limit) {
                throw new MalformedBytesException("a bin " + bin + " where there are " + limit);
            }
            table.add((int) bin, in.whole());
        }
        return table;
    }

    private int slot(int bin) {
        int slot = (bin * 0x9E3779B9) >>> 7 & (bins.length - 1);
        while (bins[slot] != FREE && bins[slot] != bin) {
            slot = (slot + 1) & (bins.length - 1);
        }
        return slot;
    }

    /** Forgets the bins that have become empty, and doubles the table if it is still half full. */
    private void rehash() {
        int[] held = bins();
        long[] heldCounts = Arrays.stream(held).mapToLong(this::count).toArray();
        int capacity = 4 * (held.length + 1) > bins.length ? 2 * bins.length : bins.length;
        bins = free(capacity);
        counts = new long[capacity];
        used = 0;
        for (int i = 0; i < held.length; i++) {
            add(held[i], heldCounts[i]);
        }
    }

    private static int[] free(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, FREE);
        return slots;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountTable table
                && Arrays.equals(bins(), table.bins())
                && Arrays.stream(bins()).allMatch(bin -> count(bin) == table.count(bin));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins());
    }
}
