package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a segment from entries given in order. */
final class SegmentWriter {
    /** A page is full beyond this: what one look-up reads. */
    private static final int PAGE_BYTES = 4096;

    private final int bucket;
    private final long number;
    private final int level;
    private final List<byte[]> pages = new ArrayList<>();
    private ByteWriter page = new ByteWriter(PAGE_BYTES * 2);
    private long[] firsts = new long[4];
    private final Places places = new Places();
    private long last;
    private long oldest = Long.MAX_VALUE;

    /** A segment to be; see {@link Segment}. */
    SegmentWriter(int bucket, long number, int level) {
        this.bucket = bucket;
        this.number = number;
        this.level = level;
    }

    /** Adds the entry that begins at an index; its order is not below that of the one before. */
    void add(byte[] bytes, int at) {
        long order = EntryBytes.order(bytes, at);
        if (page.size() >= PAGE_BYTES && order != last) {
            endPage();
        }
        if (page.size() == 0) {
            beginPage(order);
        }
        page.raw(bytes, at, EntryBytes.end(bytes, at) - at);
        places.add(Places.of(order));
        last = order;
        oldest = Math.min(oldest, EntryBytes.arrival(bytes, at));
    }

    int entries() {
        return places.size();
    }

    /** The segment; none without an entry. */
    Optional<Segment> write(Changes changes) {
        if (entries() == 0) {
            return Optional.empty();
        }
        endPage();
        Segment segment = new Segment(
                bucket, number, level, entries(), oldest, Arrays.copyOf(firsts, pages.size()), Optional.empty());
        changes.put(Tables.SEGMENTS, Tables.key(bucket, number), segment.bytes());
        changes.put(Tables.PLACES, Tables.key(bucket, number), places.bytes());
        for (int i = 0; i < pages.size(); i++) {
            changes.put(Tables.PAGES, Tables.key(bucket, number, i), pages.get(i));
        }
        return Optional.of(segment.with(places));
    }

    private void beginPage(long order) {
        if (pages.size() == firsts.length) {
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
        }
        firsts[pages.size()] = order;
    }

    private void endPage() {
        pages.add(page.toByteArray());
        page = new ByteWriter(PAGE_BYTES * 2);
    }
}
