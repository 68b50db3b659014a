package io.leeway.statistics;

import io.leeway.sketch.ExactMoments;
import java.util.Optional;

/**
 * Student's interval of a mean, {@code mean ± t(n - 1) s / sqrt(n)}: exact for independent normal values, and right in
 * the limit for any whose variance exists.
 *
 * <p>Student 1908, doi:10.1093/biomet/6.1.1.
 */
public final class MeanInterval {
    private MeanInterval() {}

    /** The interval of the mean of what {@code values} has counted; absent below two values. */
    public static Optional<Interval> of(ExactMoments values) {
        return bounds(values).at(Confidence.USUAL);
    }

    /** The interval at any confidence; absent likewise. */
    public static Bounds bounds(ExactMoments values) {
        if (values.n() < 2) {
            return Bounds.NONE;
        }
        double mean = values.mean().orElseThrow();
        double error = Math.sqrt(values.variance().orElseThrow() / values.n());
        double degreesOfFreedom = values.n() - 1.0;
        return confidence -> Optional.of(Scale.PLAIN.around(mean, confidence.student(degreesOfFreedom) * error));
    }
}
