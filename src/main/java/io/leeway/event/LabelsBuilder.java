package io.leeway.event;

import java.nio.charset.StandardCharsets;

/** Builds {@link Labels} row by row. Not safe for several threads. */
public final class LabelsBuilder {
    private final String model;
    private final IdColumnBuilder ids = new IdColumnBuilder();
    private final ValueColumnBuilder labels = new ValueColumnBuilder("label");
    private final LongList timestamps = new LongList();
    private int row;

    public LabelsBuilder(String model) {
        this.model = model;
    }

    public void add(String id, double label, long timestamp) {
        labels.number(row, label);
        addRow(id.getBytes(StandardCharsets.UTF_8), timestamp);
    }

    public void add(String id, String label, long timestamp) {
        labels.text(row, label);
        addRow(id.getBytes(StandardCharsets.UTF_8), timestamp);
    }

    /** A row of other labels, as it is there. */
    public void add(Labels source, int sourceRow) {
        labels.copy(row, source.labels(), sourceRow);
        addRow(source.ids().bytes(sourceRow), source.timestamps()[sourceRow]);
    }

    public int size() {
        return row;
    }

    public Labels build() {
        return new Labels(model, timestamps.toArray(), ids.build(), labels.build(row));
    }

    private void addRow(byte[] id, long timestamp) {
        ids.add(id);
        timestamps.add(timestamp);
        row++;
    }
}
