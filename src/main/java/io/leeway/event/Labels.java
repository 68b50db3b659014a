package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * Ground truth for predictions of one model, in columns. Immutable; made by a {@link LabelsBuilder}.
 *
 * @param model the model's name
 * @param timestamps when each label became known, epoch milliseconds
 * @param ids the predictions' ids, never empty
 * @param labels numbers or texts, never missing
 */
public record Labels(String model, long[] timestamps, IdColumn ids, ValueColumn labels) {
    private static final int VERSION = 1;

    public int size() {
        return timestamps.length;
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).text(model);
        TimesForm.write(timestamps, out);
        ids.write(out);
        labels.write(out);
    }

    public static Labels read(ByteReader in) {
        int unused = in.version("labels", VERSION);
        String model = in.text();
        long[] timestamps = TimesForm.read(in);
        return new Labels(
                model, timestamps, IdColumn.read(in, timestamps.length), ValueColumn.read(in, timestamps.length));
    }
}
