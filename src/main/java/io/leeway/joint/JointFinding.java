package io.leeway.joint;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * One test of features together.
 *
 * @param test {@code mean_shift}, {@code reconstruction} or {@code correlation}
 * @param value the distance that was found
 * @param threshold the distance from which on it has drifted
 * @param reason one sentence
 */
public record JointFinding(String test, double value, double threshold, double qValue, boolean drifted, String reason) {
    /** Above 1 exactly where it has drifted. */
    public double score() {
        double ratio = value / threshold;
        return drifted ? Math.max(ratio, Math.nextUp(1.0)) : Math.min(ratio, 1.0);
    }

    void write(ByteWriter out) {
        out.text(test)
                .number(value)
                .number(threshold)
                .number(qValue)
                .flag(drifted)
                .text(reason);
    }

    static JointFinding read(ByteReader in) {
        return new JointFinding(in.text(), in.number(), in.number(), in.number(), in.flag(), in.text());
    }
}
