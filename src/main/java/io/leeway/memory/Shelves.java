package io.leeway.memory;

import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shelves of a lane's buckets, as they stand in the store, and which ids are on none of them. */
final class Shelves {
    private final Store store;
    private final long filterBytes;
    private final Map<Integer, Shelf> shelves = new HashMap<>();
    private final Known known;

    /**
     * The shelves as of the last commit.
     *
     * @param filterBytes about the most memory that filters may take
     */
    Shelves(Store store, int[] buckets, long filterBytes) {
        this.store = store;
        this.filterBytes = filterBytes / Math.max(1, buckets.length);
        this.known = new Known(this.filterBytes / 2);
        Arrays.stream(buckets).forEach(bucket -> shelves.put(bucket, Shelf.empty(bucket)));
        Arrays.stream(buckets).mapToObj(this::load).forEach(this::keep);
    }

    Set<Integer> buckets() {
        return shelves.keySet();
    }

    Shelf of(int bucket) {
        return Optional.ofNullable(shelves.get(bucket))
                .orElseThrow(() -> new IllegalArgumentException("bucket " + bucket + " is not of this lane"));
    }

    /** The newest entry of a key. */
    Optional<Held> find(IdKey key) {
        return known.mayHold(key) ? of(key.bucket()).find(key, store) : Optional.empty();
    }

    /** Of each key, whether something may be found. */
    boolean[] mayHold(List<IdKey> keys) {
        return known.mayHold(keys);
    }

    /** A shelf is now in the store as it is here. */
    void keep(Shelf shelf) {
        int bucket = shelf.bucket();
        List<Segment> added = shelf.since(of(bucket));
        if (known.hasRoom(bucket, Shelf.entries(added))) {
            added.forEach(this::know);
        } else {
            known.begin(bucket, Shelf.entries(shelf.segments()));
            shelf.segments().forEach(this::know);
        }
        shelves.put(bucket, shelf.withFiltersWithin(filterBytes - known.size(bucket)));
    }

    private void know(Segment segment) {
        known.add(segment.bucket(), segment.places(store));
    }

    private Shelf load(int bucket) {
        Shelf[] shelf = {Shelf.empty(bucket)};
        byte[] prefix = Tables.key(bucket);
        store.scan(Tables.SEGMENTS, prefix, Keys.after(prefix), (key, value) -> {
            shelf[0] = shelf[0].with(Segment.read(value, store));
            return true;
        });
        return shelf[0];
    }
}
