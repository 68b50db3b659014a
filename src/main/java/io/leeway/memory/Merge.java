package io.leeway.memory;

import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Merges segments of one bucket: of each key the newest entry stays, unless it has expired. */
final class Merge {
    private final SegmentCursor[] newestFirst;
    /** Of the entry each cursor is at. */
    private final long[] orders;

    private final Horizons horizons;
    private final List<Seen> seen = new ArrayList<>();
    private long order = SegmentCursor.ENDED;
    private long asked = -1;
    private boolean gone;

    Merge(List<Segment> oldestFirst, Store store, Horizons horizons) {
        int last = oldestFirst.size() - 1;
        this.newestFirst = new SegmentCursor[oldestFirst.size()];
        Arrays.setAll(newestFirst, i -> new SegmentCursor(oldestFirst.get(last - i), store));
        this.orders = Arrays.stream(newestFirst).mapToLong(SegmentCursor::order).toArray();
        this.horizons = horizons;
    }

    void into(SegmentWriter out) {
        for (int first = first(); orders[first] != SegmentCursor.ENDED; first = first()) {
            if (orders[first] != order) {
                order = orders[first];
                seen.clear();
            }
            take(newestFirst[first], out);
            newestFirst[first].next();
            orders[first] = newestFirst[first].order();
        }
    }

    /** The cursor at the least order, of several the newest. */
    private int first() {
        int first = 0;
        for (int i = 1; i < orders.length; i++) {
            first = orders[i] < orders[first] ? i : first;
        }
        return first;
    }

    private void take(SegmentCursor cursor, SegmentWriter out) {
        byte[] page = cursor.page();
        int at = cursor.at();
        for (Seen newer : seen) {
            if (EntryBytes.sameKey(page, at, newer.page, newer.at)) {
                return;
            }
        }
        seen.add(new Seen(page, at));
        long model = EntryBytes.model(page, at);
        if (!isGone(model)
                && (EntryBytes.arrival(page, at) >= horizons.latest()
                        || EntryBytes.arrival(page, at) >= horizons.of(model))) {
            out.add(page, at);
        }
    }

    /** Neighbours mostly are of one model. */
    private boolean isGone(long model) {
        if (model != asked) {
            asked = model;
            gone = horizons.gone(model);
        }
        return gone;
    }

    /** An entry of the order in hand. */
    private record Seen(byte[] page, int at) {}
}
