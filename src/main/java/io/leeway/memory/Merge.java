package io.leeway.memory;

import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Merges segments of one bucket: of each key the newest entry stays, unless it has expired. */
final class Merge {
    private final List<SegmentCursor> newestFirst;
    private final Horizons horizons;
    private final List<Seen> seen = new ArrayList<>();

    Merge(List<Segment> oldestFirst, Store store, Horizons horizons) {
        this.newestFirst = new ArrayList<>(oldestFirst.stream()
                .map(segment -> new SegmentCursor(segment, store))
                .toList());
        Collections.reverse(newestFirst);
        this.horizons = horizons;
    }

    void into(SegmentWriter out) {
        for (long order = least(); order != Long.MAX_VALUE; order = least()) {
            seen.clear();
            for (SegmentCursor cursor : newestFirst) {
                while (cursor.order() == order) {
                    take(cursor, out);
                    cursor.next();
                }
            }
        }
    }

    private void take(SegmentCursor cursor, SegmentWriter out) {
        byte[] page = cursor.page();
        int at = cursor.at();
        if (seen.stream().noneMatch(newer -> EntryBytes.sameKey(page, at, newer.page, newer.at))) {
            seen.add(new Seen(page, at));
            if (EntryBytes.arrival(page, at) >= horizons.of(EntryBytes.model(page, at))) {
                out.add(page, at);
            }
        }
    }

    private long least() {
        long least = Long.MAX_VALUE;
        for (SegmentCursor cursor : newestFirst) {
            least = Math.min(least, cursor.order());
        }
        return least;
    }

    /** An entry of the order in hand. */
    private record Seen(byte[] page, int at) {}
}
