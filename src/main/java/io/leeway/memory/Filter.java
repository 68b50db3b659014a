package io.leeway.memory;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.event.Hash;

/**
 * Says of places that they are not in a segment. A Bloom filter in blocks of one cache line: eight bits of a block for
 * each place, sixteen bits of memory, so that one place in about a thousand is looked for in vain. (Bloom 1970,
 * doi:10.1145/362686.362692; blocks: Putze, Sanders, Singler 2009, doi:10.1145/1498698.1594230.)
 */
final class Filter {
    private static final int BITS_A_PLACE = 16;
    private static final int LONGS_A_BLOCK = 8;

    private final long[] bits;

    private Filter(long[] bits) {
        this.bits = bits;
    }

    /** An empty filter for so many places. */
    static Filter of(int places) {
        int blocks = Math.max(1, (int) ((long) places * BITS_A_PLACE / (LONGS_A_BLOCK * Long.SIZE)) + 1);
        return new Filter(new long[blocks * LONGS_A_BLOCK]);
    }

    void add(long order) {
        long hash = Hash.mix(order);
        int block = block(hash);
        for (int i = 0; i < LONGS_A_BLOCK; i++) {
            bits[block + i] |= bit(hash, i);
        }
    }

    /** Whether the place may be there; if not, it surely is not. */
    boolean mayHold(long order) {
        long hash = Hash.mix(order);
        int block = block(hash);
        for (int i = 0; i < LONGS_A_BLOCK; i++) {
            if ((bits[block + i] & bit(hash, i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes it takes. */
    long size() {
        return (long) bits.length * Long.BYTES;
    }

    void write(ByteWriter out) {
        out.count(bits.length);
        for (long word : bits) {
            out.fixed(word);
        }
    }

    static Filter read(ByteReader in) {
        long[] bits = new long[in.length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = in.fixed();
        }
        return new Filter(bits);
    }

    /** The upper bits choose the block (Lemire 2019, doi:10.1145/3230636). */
    private int block(long hash) {
        long blocks = bits.length / LONGS_A_BLOCK;
        return (int) (((hash >>> 48) * blocks) >>> 16) * LONGS_A_BLOCK;
    }

    /** Six bits of the hash for each of the block's longs, 48 in all. */
    private static long bit(long hash, int i) {
        return 1L << (hash >>> (i * 6));
    }
}
