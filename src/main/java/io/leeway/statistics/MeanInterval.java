package io.leeway.statistics;

import io.leeway.sketch.ExactMoments;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

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
        if (values.n() < 2) {
            return Optional.empty();
        }
        double mean = values.mean().orElseThrow();
        double error = Math.sqrt(values.variance().orElseThrow() / values.n());
        double half = quantile(values.n() - 1) * error;
        return Optional.of(new Interval(mean - half, mean + half));
    }

    private static double quantile(long degreesOfFreedom) {
        return TDistribution.of((double) degreesOfFreedom).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);
    }
}
