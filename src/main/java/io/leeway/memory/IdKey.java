package io.leeway.memory;

import io.leeway.event.Hash;
import io.leeway.event.IdColumn;

/**
 * An id of a model, and where it stands in the order of all entries: behind its bucket, which is the first byte of the
 * id's own hash, by a hash of both. Two ids at one place are told apart by their bytes.
 */
public final class IdKey {
    /** How many buckets there are. */
    public static final int BUCKETS = 256;

    /** Bits of the place within a bucket: with 24 bits for an index beside it, one long holds both. */
    static final int PLACE_BITS = 39;

    private static final int BITS_AN_OCTET = 7;

    private final long order;
    private final long model;
    private final IdColumn ids;
    private final int row;

    private IdKey(long order, long model, IdColumn ids, int row) {
        this.order = order;
        this.model = model;
        this.ids = ids;
        this.row = row;
    }

    /**
     * The key of the id in a row.
     *
     * @param model the model's number
     */
    public static IdKey of(long model, IdColumn ids, int row) {
        long hash = ids.hash(row);
        long place = Hash.mix(hash ^ Hash.mix(model)) >>> (Long.SIZE - PLACE_BITS);
        return new IdKey((long) bucket(hash) << PLACE_BITS | place, model, ids, row);
    }

    /** The bucket of an id, from its {@link Hash}. */
    public static int bucket(long idHash) {
        return (int) (idHash >>> (Long.SIZE - Byte.SIZE));
    }

    int bucket() {
        return (int) (order >>> PLACE_BITS);
    }

    /** Bucket and place in one number: what entries are sorted by. */
    long order() {
        return order;
    }

    long model() {
        return model;
    }

    /** How many bytes the key takes: the model's number, seven bits a byte, the lowest first, and the id. */
    int length() {
        return modelLength() + ids.length(row);
    }

    int modelLength() {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(model) + BITS_AN_OCTET - 1) / BITS_AN_OCTET);
    }

    void copy(byte[] to, int at) {
        int next = at;
        long rest = model;
        while (rest > 0x7F) {
            to[next++] = (byte) (rest | 0x80);
            rest >>>= BITS_AN_OCTET;
        }
        to[next++] = (byte) rest;
        ids.copy(row, to, next);
    }

    boolean hasId(byte[] bytes, int from, int to) {
        return ids.is(row, bytes, from, to);
    }
}
