package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Optional;

/**
 * What one version of a model answered for one id, as remembered until its label comes.
 *
 * @param timestamp when the prediction was made, epoch milliseconds: it decides the window
 * @param answer the class or number; empty where it cannot be told
 * @param score the probability of the positive class, NaN without one
 */
public record LoggedPrediction(String version, long timestamp, Optional<Answer> answer, double score) {
    void write(ByteWriter out) {
        out.text(version).whole(timestamp).number(score).flag(answer.isPresent());
        answer.ifPresent(it -> it.write(out));
    }

    static LoggedPrediction read(ByteReader in) {
        String version = in.text();
        long timestamp = in.whole();
        double score = in.number();
        return new LoggedPrediction(
                version, timestamp, in.flag() ? Optional.of(Answer.read(in)) : Optional.empty(), score);
    }
}
