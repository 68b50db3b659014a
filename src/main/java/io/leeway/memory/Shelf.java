package io.leeway.memory;

import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The segments of one bucket by age. Immutable. Eight neighbours of one level are merged into one of the next, so an entry
 * is written again once a level and a look-up asks few filters.
 *
 * @param segments the oldest first
 */
record Shelf(int bucket, List<Segment> segments) {
    private static final int TOGETHER = 8;
    /** Larger segments are not merged any more: a merge holds all of it in memory, and its lane waits for it. */
    private static final int MOST_ENTRIES = 1 << 18;

    Shelf {
        segments = List.copyOf(segments);
    }

    static Shelf empty(int bucket) {
        return new Shelf(bucket, List.of());
    }

    /** The newest entry of a key. */
    Optional<Held> find(IdKey key, Store store) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Optional<Held> held = segments.get(i).find(key, store);
            if (held.isPresent()) {
                return held;
            }
        }
        return Optional.empty();
    }

    /** The number of the segment that comes next. */
    long next() {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).number() + 1;
    }

    /** The segments added since another state of the shelf; one that is merged of older ones is none. */
    List<Segment> since(Shelf before) {
        return segments.stream()
                .filter(segment -> segment.number() >= before.next())
                .toList();
    }

    Shelf with(Segment newest) {
        List<Segment> more = new ArrayList<>(segments);
        more.add(newest);
        return new Shelf(bucket, more);
    }

    /** The same with one segment, or none, where a group stood. */
    Shelf replaced(List<Segment> group, Optional<Segment> by) {
        List<Segment> left = new ArrayList<>(segments);
        int place = left.indexOf(group.get(0));
        left.subList(place, place + group.size()).clear();
        by.ifPresent(segment -> left.add(place, segment));
        return new Shelf(bucket, left);
    }

    /** The segments to be merged next, none if there are too few. */
    List<Segment> due() {
        int from = 0;
        for (int to = 1; to <= segments.size(); to++) {
            if (to == segments.size()
                    || segments.get(to).level() != segments.get(from).level()) {
                List<Segment> group = segments.subList(from, Math.min(to, from + TOGETHER));
                if (group.size() == TOGETHER && entries(group) <= MOST_ENTRIES) {
                    return group;
                }
                from = to;
            }
        }
        return List.of();
    }

    static int entries(List<Segment> group) {
        return group.stream().mapToInt(Segment::entries).sum();
    }

    /** The same with filters only as far as memory allows: the largest do without first, which spares most. */
    Shelf withFiltersWithin(long bytes) {
        List<Segment> bySize = new ArrayList<>(segments);
        bySize.sort(Comparator.comparingInt(Segment::entries));
        long left = bytes;
        List<Segment> kept = new ArrayList<>(segments);
        for (Segment segment : bySize) {
            left -= segment.filter().map(Filter::size).orElse(0L);
            if (left < 0) {
                kept.set(kept.indexOf(segment), segment.withoutFilter());
            }
        }
        return new Shelf(bucket, kept);
    }
}
