package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import java.util.Optional;

/** Estimates a binary model's performance: each row counts as positive in the share of its calibrated score. */
public final class BinaryEstimator implements Estimator {
    private final Calibration calibration;
    private final Deviations deviations;

    private BinaryEstimator(Calibration calibration, Deviations deviations) {
        this.calibration = calibration;
        this.deviations = deviations;
    }

    /**
     * An estimator.
     *
     * @param reference metrics of the reference and their intervals, of independent rows
     * @param n how many rows of the reference have a label
     */
    public static BinaryEstimator of(Calibration calibration, Figures reference, long n) {
        return new BinaryEstimator(calibration, Deviations.of(reference, n));
    }

    @Override
    public Optional<Figures> estimate(Answers answers) {
        if (answers.scores().total() < 1) {
            return Optional.empty();
        }
        ExpectedOutcomes expected = ExpectedOutcomes.of(answers.scores(), answers.called(), calibration);
        return Optional.of(deviations.banded(expected.metrics(), expected.n()));
    }

    @Override
    public void write(ByteWriter out) {
        calibration.write(out);
        deviations.write(out);
    }

    static BinaryEstimator read(ByteReader in) {
        return new BinaryEstimator(Calibration.read(in), Deviations.read(in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryEstimator estimator
                && calibration.equals(estimator.calibration)
                && deviations.equals(estimator.deviations);
    }

    @Override
    public int hashCode() {
        return calibration.hashCode();
    }
}
