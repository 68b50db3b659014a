package io.leeway.memory;

import java.util.Arrays;

/**
 * Entries of one bucket, copied one behind the other before they are put in order: taken from all over the memory of those
 * put lately, each would be waited for. Not safe for several threads.
 */
final class BucketEntries {
    /** What is left of a long beside a place. */
    private static final int INDEX_BITS = Long.SIZE - 1 - IdKey.PLACE_BITS;

    private final int bucket;
    private byte[] bytes = new byte[1 << 10];
    private int end;
    /** Where each entry begins. */
    private int[] begins = new int[1 << 4];
    /** The place of each entry, and below it its index in {@code begins}. */
    private long[] places = new long[1 << 4];

    private int size;

    BucketEntries(int bucket) {
        this.bucket = bucket;
    }

    int bucket() {
        return bucket;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Adds the entry that begins at an index of an array. */
    void add(byte[] from, int at) {
        int length = EntryBytes.end(from, at) - at;
        makeRoom(length);
        System.arraycopy(from, at, bytes, end, length);
        long place = EntryBytes.order(from, at) & ((1L << IdKey.PLACE_BITS) - 1);
        places[size] = place << INDEX_BITS | size;
        begins[size++] = end;
        end += length;
    }

    /** The array in which the entries stand. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the entries begin, in their order. */
    int[] inOrder() {
        Arrays.sort(places, 0, size);
        int[] ordered = new int[size];
        for (int i = 0; i < size; i++) {
            ordered[i] = begins[(int) places[i] & ((1 << INDEX_BITS) - 1)];
        }
        return ordered;
    }

    private void makeRoom(int length) {
        if (bytes.length - end < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + length));
        }
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
    }
}
