package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of one id of a model until the label horizon: each version's prediction, and the label if it has come,
 * whichever came first. Immutable.
 *
 * @param arrival when it was first heard of, epoch milliseconds: from there the label horizon counts
 * @param predictions one per version
 * @param forgotten whether its content was deleted on request: the id is still known, so that a retry is not counted again
 */
public record Remembered(long arrival, List<LoggedPrediction> predictions, Optional<Label> label, boolean forgotten) {
    private static final int VERSION = 1;

    public Remembered {
        predictions = List.copyOf(predictions);
    }

    /** An id never heard of. */
    public static Remembered nothing(long arrival) {
        return new Remembered(arrival, List.of(), Optional.empty(), false);
    }

    /** Whether a version has answered for this id already: its row is a duplicate. */
    public boolean holds(String version) {
        return forgotten
                || predictions.stream()
                        .anyMatch(prediction -> prediction.version().equals(version));
    }

    public Remembered with(LoggedPrediction prediction) {
        List<LoggedPrediction> more = new ArrayList<>(predictions);
        more.add(prediction);
        return new Remembered(arrival, more, label, forgotten);
    }

    public Remembered with(Label newLabel) {
        return new Remembered(arrival, predictions, Optional.of(newLabel), forgotten);
    }

    /** What stays when it is forgotten: that there was something. */
    public Remembered tombstone() {
        return new Remembered(arrival, List.of(), Optional.empty(), true);
    }

    /** All but the arrival. */
    public byte[] bytes() {
        ByteWriter out = new ByteWriter(64).octet(VERSION).flag(forgotten);
        out.count(predictions.size());
        predictions.forEach(prediction -> prediction.write(out));
        out.flag(label.isPresent());
        label.ifPresent(it -> it.write(out));
        return out.toByteArray();
    }

    /** What {@link #bytes} wrote, with its arrival. */
    public static Remembered read(long arrival, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a remembered prediction", VERSION);
        boolean forgotten = in.flag();
        List<LoggedPrediction> predictions = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            predictions.add(LoggedPrediction.read(in));
        }
        return new Remembered(
                arrival, predictions, in.flag() ? Optional.of(Label.read(in)) : Optional.empty(), forgotten);
    }
}
