package io.leeway.monitor;

import io.leeway.event.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The rows of a batch by the base window, version and segments they fall into; quick where neighbours fall into the same
 * window and version.
 */
final class RowGroups {
    private final LaneModel model;
    private final Batch batch;
    private final BatchSegments segments;
    private final WindowCursor windows;
    private final Map<PartialKey, Group> groups = new HashMap<>();
    private int lastVersion = -1;
    private long lastStart;
    private Group last = new Group();
    private int rows;

    RowGroups(LaneModel model, Batch batch, BatchSegments segments) {
        this.model = model;
        this.batch = batch;
        this.segments = segments;
        this.windows = new WindowCursor(model.definition().settings());
    }

    void add(int row) {
        int version = batch.versions().code(row);
        long start = windows.startOf(batch.timestamps()[row]);
        if (version != lastVersion || start != lastStart) {
            last = groups.computeIfAbsent(PartialKey.of(model, batch.version(row), start), unused -> new Group());
            lastVersion = version;
            lastStart = start;
        }
        last.add(row, segments.of(row));
        rows++;
    }

    /** How many rows there are in all. */
    int rows() {
        return rows;
    }

    /** The rows of every window, and those of each of its segments. */
    void forEach(BiConsumer<PartialKey, RowList> visitor) {
        groups.forEach((key, group) -> {
            visitor.accept(key, group.whole);
            group.parts.forEach((segment, rows) -> visitor.accept(key.of(segment), rows));
        });
    }

    private static final class Group {
        final RowList whole = new RowList();
        final Map<String, RowList> parts = new HashMap<>();

        void add(int row, List<String> segments) {
            whole.add(row);
            for (String segment : segments) {
                parts.computeIfAbsent(segment, unused -> new RowList()).add(row);
            }
        }
    }
}
