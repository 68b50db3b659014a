package io.leeway.memory;

import java.util.Arrays;
import java.util.List;

/**
 * Says of ids that nothing on a lane's shelves is held of them: one filter for each bucket, however many segments it has.
 * What has left a shelf stays in its filter until that is full and made anew.
 */
final class Known {
    private static final int PARTS = 64;

    private final Filter[] filters = new Filter[IdKey.BUCKETS];
    private final long[] room = new long[IdKey.BUCKETS];
    private final long mostBytes;

    /** @param mostBytes that the filter of one bucket may take */
    Known(long mostBytes) {
        this.mostBytes = mostBytes;
        Arrays.fill(filters, Filter.of(0, 0));
    }

    /** Whether so many more entries of a bucket fit into its filter. */
    boolean hasRoom(int bucket, int entries) {
        return entries <= room[bucket];
    }

    /** Begins the filter of a bucket anew, with room for these entries and more. */
    void begin(int bucket, int entries) {
        room[bucket] = capacity(bucket, entries);
        filters[bucket] = Filter.of(room[bucket], mostBytes);
    }

    /** Adds the entries of a segment. */
    void add(int bucket, Places places) {
        places.addTo(filters[bucket]);
        room[bucket] -= places.size();
    }

    /** How many bytes the filter of a bucket takes. */
    long size(int bucket) {
        return filters[bucket].size();
    }

    /** Whether something may be held of an id; if not, surely nothing is. */
    boolean mayHold(IdKey key) {
        return filters[key.bucket()].mayHold(Places.of(key.order()));
    }

    /** The same of many: the memory of each is not in the processor's cache, but that of all takes little longer than of one. */
    boolean[] mayHold(List<IdKey> keys) {
        boolean[] may = new boolean[keys.size()];
        for (int i = 0; i < may.length; i++) {
            may[i] = mayHold(keys.get(i));
        }
        return may;
    }

    /** A quarter to three quarters more than there are: buckets grow alike, but need not be full all at once. */
    private static long capacity(int bucket, int entries) {
        return entries + entries / 4 + (long) entries * (bucket % PARTS) / (2 * PARTS);
    }
}
