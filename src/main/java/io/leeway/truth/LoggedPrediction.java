package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one version of a model answered for one id, as remembered until its label comes.
 *
 * @param timestamp when the prediction was made, epoch milliseconds: it decides the window
 * @param answer the class or number; empty where it cannot be told
 * @param score the probability of the positive class, NaN without one
 * @param segments the parts of the model's rows it belongs to besides all of them; none unless the model has segments
 */
public record LoggedPrediction(
        String version, long timestamp, Optional<Answer> answer, double score, List<String> segments) {
    public LoggedPrediction {
        segments = List.copyOf(segments);
    }

    /** All but the segments. */
    void write(ByteWriter out) {
        out.text(version).whole(timestamp).number(score).flag(answer.isPresent());
        answer.ifPresent(it -> it.write(out));
    }

    void writeSegments(ByteWriter out) {
        out.count(segments.size());
        segments.forEach(out::text);
    }

    /** What {@link #write} and {@link #writeSegments} wrote. */
    static LoggedPrediction readWithSegments(ByteReader in) {
        LoggedPrediction read = read(in);
        List<String> segments = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            segments.add(in.text());
        }
        return new LoggedPrediction(read.version, read.timestamp, read.answer, read.score, segments);
    }

    /** What {@link #write} wrote. */
    static LoggedPrediction read(ByteReader in) {
        String version = in.text();
        long timestamp = in.whole();
        double score = in.number();
        return new LoggedPrediction(
                version, timestamp, in.flag() ? Optional.of(Answer.read(in)) : Optional.empty(), score, List.of());
    }
}
