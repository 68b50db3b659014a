package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * What was found of one metric.
 *
 * @param value of the window
 * @param baseline of the baseline
 * @param reason one sentence that a person can repeat
 */
public record MetricVerdict(String metric, Standing standing, double value, double baseline, String reason) {
    void write(ByteWriter out) {
        out.text(metric).text(standing.name()).number(value).number(baseline).text(reason);
    }

    static MetricVerdict read(ByteReader in) {
        return new MetricVerdict(in.text(), Standing.valueOf(in.text()), in.number(), in.number(), in.text());
    }
}
