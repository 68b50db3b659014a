package io.leeway.monitor;

import io.leeway.event.Hash;
import io.leeway.event.IdColumn;
import io.leeway.memory.IdKey;
import java.util.stream.IntStream;

/**
 * Which rows belong to a lane: ids are dealt by hash into 256 fixed buckets, a bucket to lane {@code bucket mod lanes}; a
 * row without id goes by its place in the journal. So a prediction, its duplicate and its label always meet in one lane,
 * and with another number of lanes whole buckets move.
 *
 * @param lane from 0
 * @param lanes how many there are
 */
record Ownership(int lane, int lanes) {
    /** The hash by which a row of the entry at a journal position goes. */
    static long hash(IdColumn ids, int row, long position) {
        return ids.present(row) ? ids.hash(row) : Hash.mix(position * 1_000_003 + row);
    }

    /** The rows of the entry at a journal position that are this lane's. */
    RowList rows(IdColumn ids, long position) {
        RowList rows = new RowList();
        for (int row = 0; row < ids.size(); row++) {
            if (mine(hash(ids, row, position))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether what goes by a hash is this lane's. */
    boolean mine(long hash) {
        return IdKey.bucket(hash) % lanes == lane;
    }

    /** The buckets that are this lane's. */
    IntStream buckets() {
        return IntStream.range(0, IdKey.BUCKETS).filter(bucket -> bucket % lanes == lane);
    }
}
