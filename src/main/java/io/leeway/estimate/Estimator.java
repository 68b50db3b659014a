package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.BinCounts;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Estimates a binary model's performance without labels. The band is three standard errors to either side, and a metric's
 * standard error is what it would be in as many rows of the reference, as in NannyML 0.13
 * ({@code performance_estimation/confidence_based}). It holds what chance does, not that a score has come to mean something
 * else: that is what {@link BackCheck} is for.
 */
public final class Estimator {
    private static final int VERSION = 1;
    /** A normal value lies within in 99.7 % of samples. */
    private static final double STANDARD_ERRORS = 3;

    private final Calibration calibration;
    private final Map<String, Double> deviations;

    private Estimator(Calibration calibration, Map<String, Double> deviations) {
        this.calibration = calibration;
        this.deviations = new TreeMap<>(deviations);
    }

    /**
     * An estimator.
     *
     * @param reference metrics of the reference and their intervals, of independent rows
     * @param n how many rows of the reference have a label
     */
    public static Estimator of(Calibration calibration, Figures reference, long n) {
        Map<String, Double> deviations = new TreeMap<>();
        reference.forEach((name, value) -> {
            if (reference.has(name + "_low") && reference.has(name + "_high")) {
                double width = reference.get(name + "_high").orElseThrow()
                        - reference.get(name + "_low").orElseThrow();
                deviations.put(name, width / 2 / Confidence.USUAL.normal() * Math.sqrt((double) n));
            }
        });
        return new Estimator(calibration, deviations);
    }

    /**
     * The metrics of a window with their bands; absent without a score.
     *
     * @param scores all of the window
     * @param called the scores of the rows called positive, on the same bins
     */
    public Optional<Figures> estimate(BinCounts scores, BinCounts called) {
        ExpectedOutcomes expected = ExpectedOutcomes.of(scores, called, calibration);
        if (scores.total() < 1) {
            return Optional.empty();
        }
        Figures figures = new Figures();
        expected.metrics().forEach((name, value) -> {
            double half = STANDARD_ERRORS * deviations.getOrDefault(name, Double.NaN) / Math.sqrt(expected.n());
            figures.put(name, value)
                    .put(name + "_low", Math.max(0, value - half))
                    .put(name + "_high", Math.min(1, value + half));
        });
        return Optional.of(figures);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        calibration.write(out);
        out.count(deviations.size());
        deviations.forEach((name, deviation) -> out.text(name).number(deviation));
    }

    public static Estimator read(ByteReader in) {
        int unused = in.version("an estimator", VERSION);
        Calibration calibration = Calibration.read(in);
        Map<String, Double> deviations = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            deviations.put(in.text(), in.number());
        }
        return new Estimator(calibration, deviations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Estimator estimator
                && calibration.equals(estimator.calibration)
                && deviations.equals(estimator.deviations);
    }

    @Override
    public int hashCode() {
        return calibration.hashCode();
    }
}
