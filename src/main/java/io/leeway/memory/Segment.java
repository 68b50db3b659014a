package io.leeway.memory;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Entries of one bucket in order, cut into pages, each key once. Immutable.
 *
 * @param number segments of a bucket are numbered by age
 * @param level how often its entries have been merged
 * @param oldest the arrival that was first, epoch milliseconds
 * @param firsts the order of each page's first entry; equal ones stand in one page
 * @param filter empty: there was no memory for it
 */
record Segment(int bucket, long number, int level, int entries, long oldest, long[] firsts, Optional<Filter> filter) {
    /** In version 1 the filter stood in the segment, and there were no {@link Places}. */
    private static final int VERSION = 2;

    int pages() {
        return firsts.length;
    }

    Optional<Held> find(IdKey key, Store store) {
        if (filter.isPresent() && !filter.get().mayHold(Places.of(key.order()))) {
            return Optional.empty();
        }
        byte[] page = page(store, pageOf(key.order()));
        OptionalInt at = find(key, page);
        return at.isPresent() ? Optional.of(EntryBytes.held(page, at.getAsInt())) : Optional.empty();
    }

    /** The bytes of a page. */
    byte[] page(Store store, int page) {
        return store.get(Tables.PAGES, Tables.key(bucket, number, page))
                .orElseThrow(() -> new IllegalStateException(
                        "page " + page + " of segment " + number + " of bucket " + bucket + " is not in the store"));
    }

    /** Where its entries stand. */
    Places places(Store store) {
        return Places.read(store.get(Tables.PLACES, Tables.key(bucket, number))
                .orElseThrow(() -> new IllegalStateException(
                        "the places of segment " + number + " of bucket " + bucket + " are not in the store")));
    }

    /** Takes the segment and its pages out of the store. */
    void delete(Changes changes) {
        changes.delete(Tables.SEGMENTS, Tables.key(bucket, number));
        changes.delete(Tables.PLACES, Tables.key(bucket, number));
        for (int page = 0; page < pages(); page++) {
            changes.delete(Tables.PAGES, Tables.key(bucket, number, page));
        }
    }

    Segment with(Places places) {
        Filter made = Filter.of(places.size(), Long.MAX_VALUE);
        places.addTo(made);
        return new Segment(bucket, number, level, entries, oldest, firsts, Optional.of(made));
    }

    Segment withoutFilter() {
        return new Segment(bucket, number, level, entries, oldest, firsts, Optional.empty());
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter().octet(VERSION);
        out.count(bucket)
                .count(number)
                .count(level)
                .count(entries)
                .whole(oldest)
                .count(firsts.length);
        for (long first : firsts) {
            out.fixed(first);
        }
        return out.toByteArray();
    }

    static Segment read(byte[] bytes, Store store) {
        ByteReader in = new ByteReader(bytes);
        int version = in.version("a segment of remembered ids", VERSION);
        if (version < VERSION) {
            throw new MalformedBytesException("a segment of remembered ids of version " + version
                    + " is no longer read: start the build that wrote it, or begin with an empty data folder");
        }
        int bucket = (int) in.count();
        long number = in.count();
        int level = (int) in.count();
        int entries = (int) in.count();
        long oldest = in.whole();
        long[] firsts = new long[in.length()];
        for (int page = 0; page < firsts.length; page++) {
            firsts[page] = in.fixed();
        }
        Segment read = new Segment(bucket, number, level, entries, oldest, firsts, Optional.empty());
        return read.with(read.places(store));
    }

    /** The last page that does not begin behind the place. */
    private int pageOf(long order) {
        int found = Arrays.binarySearch(firsts, order);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private static OptionalInt find(IdKey key, byte[] page) {
        int at = 0;
        while (at < page.length && EntryBytes.order(page, at) <= key.order()) {
            if (EntryBytes.is(page, at, key)) {
                return OptionalInt.of(at);
            }
            at = EntryBytes.end(page, at);
        }
        return OptionalInt.empty();
    }
}
