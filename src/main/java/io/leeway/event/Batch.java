package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Predictions of one model, in columns: row {@code i} of every column belongs to prediction {@code i}. Immutable; made
 * by a {@link BatchBuilder}.
 *
 * @param model the model's name
 * @param timestamps when each prediction was made, epoch milliseconds
 * @param ids one per row, perhaps empty
 * @param versions the model version of each row, always a text
 * @param features one column per feature seen in the batch, in the order in which they first came
 * @param predictions what the model answered; missing where only a score was logged
 * @param scores the probability of the positive class (column {@code score}), or one column per class
 *     ({@code scores}), all numbers
 * @param labels the ground truth where it came with the prediction, else missing
 */
public record Batch(
        String model,
        long[] timestamps,
        IdColumn ids,
        ValueColumn versions,
        List<ValueColumn> features,
        ValueColumn predictions,
        ValueColumn score,
        List<ValueColumn> scores,
        ValueColumn labels) {
    private static final int VERSION = 1;

    public Batch {
        features = List.copyOf(features);
        scores = List.copyOf(scores);
    }

    public int size() {
        return timestamps.length;
    }

    /** The model version of a row. */
    public String version(int row) {
        return versions.texts().get(versions.code(row));
    }

    /** The whole batch in Leeway's own form. */
    public void write(ByteWriter out) {
        out.octet(VERSION).text(model);
        TimesForm.write(timestamps, out);
        ids.write(out);
        versions.write(out);
        writeAll(features, out);
        predictions.write(out);
        score.write(out);
        writeAll(scores, out);
        labels.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static Batch read(ByteReader in) {
        int unused = in.version("a batch", VERSION);
        String model = in.text();
        long[] timestamps = TimesForm.read(in);
        int rows = timestamps.length;
        return new Batch(
                model,
                timestamps,
                IdColumn.read(in, rows),
                ValueColumn.read(in, rows),
                readAll(in, rows),
                ValueColumn.read(in, rows),
                ValueColumn.read(in, rows),
                readAll(in, rows),
                ValueColumn.read(in, rows));
    }

    private static void writeAll(List<ValueColumn> columns, ByteWriter out) {
        out.count(columns.size());
        columns.forEach(column -> column.write(out));
    }

    private static List<ValueColumn> readAll(ByteReader in, int rows) {
        int columns = in.length();
        List<ValueColumn> all = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            all.add(ValueColumn.read(in, rows));
        }
        return all;
    }
}
