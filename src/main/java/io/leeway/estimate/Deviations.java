package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far metrics of shares lie from what they are of, by the number of rows: what their intervals say on the reference, as in
 * NannyML 0.13 ({@code performance_estimation/confidence_based}). Immutable.
 *
 * @param perRow what the standard error is times the root of the rows, by metric
 */
record Deviations(Map<String, Double> perRow) {
    Deviations {
        perRow = Map.copyOf(perRow);
    }

    /**
     * Those of a reference.
     *
     * @param reference metrics and their intervals, of independent rows
     * @param n how many rows have a label
     */
    static Deviations of(Figures reference, long n) {
        Map<String, Double> deviations = new TreeMap<>();
        reference.forEach((name, value) -> {
            if (reference.has(name + "_low") && reference.has(name + "_high")) {
                double width = reference.get(name + "_high").orElseThrow()
                        - reference.get(name + "_low").orElseThrow();
                deviations.put(name, width / 2 / Confidence.USUAL.normal() * Math.sqrt((double) n));
            }
        });
        return new Deviations(deviations);
    }

    /** The metrics with the ends of their bands. */
    Figures banded(Figures metrics, double n) {
        Figures figures = new Figures();
        metrics.forEach((name, value) -> {
            double half = Estimator.STANDARD_ERRORS * perRow.getOrDefault(name, Double.NaN) / Math.sqrt(n);
            figures.put(name, value)
                    .put(name + "_low", Math.max(0, value - half))
                    .put(name + "_high", Math.min(1, value + half));
        });
        return figures;
    }

    void write(ByteWriter out) {
        out.count(perRow.size());
        new TreeMap<>(perRow).forEach((name, deviation) -> out.text(name).number(deviation));
    }

    static Deviations read(ByteReader in) {
        Map<String, Double> deviations = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            deviations.put(in.text(), in.number());
        }
        return new Deviations(deviations);
    }
}
