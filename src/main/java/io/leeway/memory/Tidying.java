package io.leeway.memory;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.List;
import java.util.Optional;

/** Tidies shelves within one commit. */
final class Tidying {
    private final Store store;
    private final Horizons horizons;
    private final Changes changes;
    private int entries;

    Tidying(Store store, Horizons horizons, Changes changes) {
        this.store = store;
        this.horizons = horizons;
        this.changes = changes;
    }

    /** How many entries were read. */
    int entries() {
        return entries;
    }

    /** The shelf once the chore is done; a bucket in which much is due to be merged needs several. */
    Shelf done(Chore chore, Shelf shelf) {
        return switch (chore) {
            case ERASE -> merged(shelf, shelf.segments());
            case SWEEP -> swept(shelf);
            case MERGE -> merged(shelf, shelf.due());
        };
    }

    private Shelf swept(Shelf shelf) {
        Shelf swept = shelf;
        for (Segment segment : shelf.segments()) {
            if (segment.oldest() < horizons.latest()) {
                swept = swept(swept, segment);
            }
        }
        return swept;
    }

    private Shelf swept(Shelf shelf, Segment segment) {
        SegmentWriter writer = new SegmentWriter(segment.bucket(), segment.number(), segment.level());
        read(List.of(segment), writer);
        return writer.entries() == segment.entries() ? shelf : replaced(shelf, List.of(segment), writer);
    }

    private Shelf merged(Shelf shelf, List<Segment> group) {
        if (group.isEmpty()) {
            return shelf;
        }
        Segment newest = group.get(group.size() - 1);
        SegmentWriter writer =
                new SegmentWriter(shelf.bucket(), newest.number(), group.get(0).level() + 1);
        read(group, writer);
        return replaced(shelf, group, writer);
    }

    private void read(List<Segment> group, SegmentWriter writer) {
        new Merge(group, store, horizons).into(writer);
        entries += Shelf.entries(group);
    }

    private Shelf replaced(Shelf shelf, List<Segment> group, SegmentWriter writer) {
        group.forEach(segment -> segment.delete(changes));
        Optional<Segment> written = writer.write(changes);
        return shelf.replaced(group, written);
    }
}
