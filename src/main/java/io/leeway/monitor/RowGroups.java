package io.leeway.monitor;

import io.leeway.event.Batch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The rows of a batch by the base window and version they fall into; quick where neighbours fall into the same. */
final class RowGroups {
    private final LaneModel model;
    private final Batch batch;
    private final WindowCursor windows;
    private final Map<PartialKey, RowList> groups = new HashMap<>();
    private int lastVersion = -1;
    private long lastStart;
    private RowList last = new RowList();
    private int rows;

    RowGroups(LaneModel model, Batch batch) {
        this.model = model;
        this.batch = batch;
        this.windows = new WindowCursor(model.definition().settings());
    }

    void add(int row) {
        int version = batch.versions().code(row);
        long start = windows.startOf(batch.timestamps()[row]);
        if (version != lastVersion || start != lastStart) {
            last = groups.computeIfAbsent(PartialKey.of(model, batch.version(row), start), unused -> new RowList());
            lastVersion = version;
            lastStart = start;
        }
        last.add(row);
        rows++;
    }

    /** How many rows there are in all. */
    int rows() {
        return rows;
    }

    void forEach(BiConsumer<PartialKey, RowList> visitor) {
        groups.forEach(visitor);
    }
}
