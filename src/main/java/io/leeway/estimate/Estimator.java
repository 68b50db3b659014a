package io.leeway.estimate;

import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import java.util.Optional;

/**
 * Estimates a model's performance without labels from what its answers meant on the reference, each metric with a band of
 * three standard errors to either side. The band holds what chance does, not that an answer has come to mean something else:
 * that is what {@link BackCheck} is for.
 */
public sealed interface Estimator permits BinaryEstimator, ClassEstimator, ErrorEstimator {
    /** A normal value lies within in 99.7 % of samples. */
    double STANDARD_ERRORS = 3;

    /** The metrics of a window with their bands; absent where its answers do not tell. */
    Optional<Figures> estimate(Answers answers);

    /** Writes all but its kind. */
    void write(ByteWriter out);
}
