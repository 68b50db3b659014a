package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Optional;

/**
 * What one version of a model answered for one id, as remembered until its label comes.
 *
 * @param timestamp when the prediction was made, epoch milliseconds: it decides the window
 * @param prediction the class or number answered, as a category; empty where it cannot be told
 * @param score the probability of the positive class, NaN without one
 */
public record Answer(String version, long timestamp, Optional<String> prediction, double score) {
    void write(ByteWriter out) {
        out.text(version).whole(timestamp).optional(prediction).number(score);
    }

    static Answer read(ByteReader in) {
        return new Answer(in.text(), in.whole(), in.optional(), in.number());
    }
}
