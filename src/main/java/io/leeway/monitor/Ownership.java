package io.leeway.monitor;

import io.leeway.event.Hash;
import io.leeway.event.IdColumn;
import java.util.stream.IntStream;

/**
 * Which rows belong to a lane. A row goes by the bucket of its id's hash; a row without id by its place in the journal.
 *
 * @param lane from 0
 * @param lanes how many there are
 */
record Ownership(int lane, int lanes) {
    /** Whether a row of the entry at a journal position is this lane's. */
    boolean mine(IdColumn ids, int row, long position) {
        long hash = ids.present(row) ? ids.hash(row) : Hash.mix(position * 1_000_003 + row);
        return Buckets.lane(Buckets.of(hash), lanes) == lane;
    }

    /** Whether an id is this lane's. */
    boolean mine(byte[] id) {
        return Buckets.lane(Buckets.of(Hash.of(id, 0, id.length)), lanes) == lane;
    }

    /** The key of an id's memory. */
    static byte[] memoryKey(byte[] id, String model) {
        return Memory.key(Buckets.of(Hash.of(id, 0, id.length)), model, id);
    }

    /** The key of an id's memory. */
    static byte[] memoryKey(IdColumn ids, int row, String model) {
        return memoryKey(ids.bytes(row), model);
    }

    /** The buckets that are this lane's. */
    IntStream buckets() {
        return IntStream.range(0, Buckets.COUNT).filter(bucket -> Buckets.lane(bucket, lanes) == lane);
    }
}
