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
    private static final int VERSION = 2;

    /** Written where no prediction has segments: it says nothing of them. */
    private static final int WITHOUT_SEGMENTS = 1;

    public Remembered {
        predictions = List.copyOf(predictions);
    }

    /** An id never heard of. */
    public static Remembered nothing(long arrival) {
        return new Remembered(arrival, List.of(), Optional.empty(), false);
    }

    /** Whether a version has answered for this id already: its row is a duplicate. */
    public boolean holds(String version) {
        for (LoggedPrediction prediction : predictions) {
            if (prediction.version().equals(version)) {
                return true;
            }
        }
        return forgotten;
    }

    /** The same, heard of again: a label that waited does not shorten for how long the prediction is remembered. */
    public Remembered arrivedBy(long latest) {
        return latest <= arrival ? this : new Remembered(latest, predictions, label, forgotten);
    }

    public Remembered with(LoggedPrediction prediction) {
        return new Remembered(arrival, withAnother(prediction), label, forgotten);
    }

    private List<LoggedPrediction> withAnother(LoggedPrediction prediction) {
        if (predictions.isEmpty()) {
            return List.of(prediction);
        }
        List<LoggedPrediction> more = new ArrayList<>(predictions);
        more.add(prediction);
        return more;
    }

    public Remembered with(Label newLabel) {
        return new Remembered(arrival, predictions, Optional.of(newLabel), forgotten);
    }

    /** What stays when it is forgotten: that there was something. */
    public Remembered tombstone() {
        return new Remembered(arrival, List.of(), Optional.empty(), true);
    }

    /** All but the arrival. */
    public void write(ByteWriter out) {
        boolean segmented = isSegmented();
        out.octet(segmented ? VERSION : WITHOUT_SEGMENTS).flag(forgotten).count(predictions.size());
        for (LoggedPrediction prediction : predictions) {
            prediction.write(out);
            if (segmented) {
                prediction.writeSegments(out);
            }
        }
        out.flag(label.isPresent());
        label.ifPresent(it -> it.write(out));
    }

    private boolean isSegmented() {
        for (LoggedPrediction prediction : predictions) {
            if (!prediction.segments().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What {@link #write} wrote, with its arrival. */
    public static Remembered read(long arrival, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.version("a remembered prediction", VERSION);
        boolean forgotten = in.flag();
        List<LoggedPrediction> predictions = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            predictions.add(
                    version == WITHOUT_SEGMENTS ? LoggedPrediction.read(in) : LoggedPrediction.readWithSegments(in));
        }
        return new Remembered(
                arrival, predictions, in.flag() ? Optional.of(Label.read(in)) : Optional.empty(), forgotten);
    }
}
