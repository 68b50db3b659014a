package io.leeway.memory;

import io.leeway.event.Hash;

/**
 * Says of places that nothing stands there. A Bloom filter in blocks of one cache line: eight bits of a block for each
 * place, ten bits of memory, so that one place in fifty is looked for in vain. (Bloom 1970, doi:10.1145/362686.362692;
 * blocks: Putze, Sanders, Singler 2009, doi:10.1145/1498698.1594230.)
 */
final class Filter {
    private static final int BITS_A_PLACE = 10;
    private static final int LONGS_A_BLOCK = 8;
    private static final int BYTES_A_BLOCK = LONGS_A_BLOCK * Long.BYTES;

    private final long[] bits;

    private Filter(long[] bits) {
        this.bits = bits;
    }

    /** An empty filter for so many places; with less memory than they need it says less. */
    static Filter of(long places, long mostBytes) {
        long wanted = places * BITS_A_PLACE / Byte.SIZE;
        long blocks = 1 + Math.min(wanted, Math.max(0, mostBytes)) / BYTES_A_BLOCK;
        return new Filter(new long[(int) blocks * LONGS_A_BLOCK]);
    }

    /** Adds a place as {@link Places} know it. */
    void add(int place) {
        int block = block(place);
        long hash = Hash.mix(place);
        for (int i = 0; i < LONGS_A_BLOCK; i++) {
            bits[block + i] |= bit(hash, i);
        }
    }

    /**
     * Whether something may stand at the place; if not, surely nothing does. Takes no branch on what it reads, so that
     * a processor that is asked for many places waits for the memory of all of them together.
     */
    boolean mayHold(int place) {
        int block = block(place);
        long hash = Hash.mix(place);
        long missing = 0;
        for (int i = 0; i < LONGS_A_BLOCK; i++) {
            missing |= ~bits[block + i] & bit(hash, i);
        }
        return missing == 0;
    }

    /** How many bytes it takes. */
    long size() {
        return (long) bits.length * Long.BYTES;
    }

    /** Places, of which all are as likely, choose the block by their upper bits (Lemire 2019, doi:10.1145/3230636). */
    private int block(int place) {
        long blocks = bits.length / LONGS_A_BLOCK;
        return (int) ((Integer.toUnsignedLong(place) * blocks) >>> Integer.SIZE) * LONGS_A_BLOCK;
    }

    /** Six bits of the hash for each of the block's longs, 48 in all. */
    private static long bit(long hash, int i) {
        return 1L << (hash >>> (i * 6));
    }
}
