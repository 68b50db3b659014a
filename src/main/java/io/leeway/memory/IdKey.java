package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import io.leeway.event.Hash;

/**
 * An id of a model, and where it stands in the order of all entries: behind its bucket, which is the first byte of the
 * id's own hash, by a hash of both. Two ids at one place are told apart by their bytes.
 */
public final class IdKey {
    /** How many buckets there are. */
    public static final int BUCKETS = 256;

    /** Bits of the place within a bucket: with 24 bits for an index beside it, one long holds both. */
    static final int PLACE_BITS = 39;

    private final long order;
    private final byte[] bytes;

    private IdKey(long order, byte[] bytes) {
        this.order = order;
        this.bytes = bytes;
    }

    /**
     * The key of an id.
     *
     * @param model the model's number
     * @param idHash the {@link Hash} of the id's bytes
     */
    public static IdKey of(long model, byte[] id, long idHash) {
        byte[] bytes = new ByteWriter(id.length + 10)
                .count(model)
                .raw(id, 0, id.length)
                .toByteArray();
        long place = Hash.mix(idHash ^ Hash.mix(model)) >>> (Long.SIZE - PLACE_BITS);
        return new IdKey((long) bucket(idHash) << PLACE_BITS | place, bytes);
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

    /** The model's number and the id. */
    byte[] bytes() {
        return bytes;
    }
}
