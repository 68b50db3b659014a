package io.leeway.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tests whether a window has as many rows as windows like it had before. Rows of a window come in bursts, so their counts
 * scatter more than chance explains: with mean {@code c} over K windows and sample variance {@code v}, one more window has
 * the variance {@code max(c, v) (1 + 1/K)}. Where the scatter is more than chance it is known from K windows only, and
 * Student's law with K - 1 degrees of freedom takes the place of the normal one. (McCullagh, Nelder 1989, Generalized Linear
 * Models, 6.2: over-dispersed Poisson counts.)
 *
 * @param n rows of the window
 * @param expected the mean of the windows before
 * @param deviation of the difference, when nothing changed; above 0
 * @param degrees of freedom; infinite where chance alone scatters
 */
public record VolumeTest(long n, double expected, double deviation, double degrees) {
    /** With fewer windows nothing is known of their scatter. */
    public static final int WINDOWS_NEEDED = 3;

    /**
     * Compares a window with others.
     *
     * @param before the rows of at least {@link #WINDOWS_NEEDED} windows
     */
    public static VolumeTest of(long n, List<Long> before) {
        int windows = before.size();
        double mean = before.stream().mapToLong(Long::longValue).average().orElse(0);
        double variance = before.stream()
                        .mapToDouble(count -> (count - mean) * (count - mean))
                        .sum()
                / (windows - 1);
        double chance = Math.max(1, mean);
        double deviation = Math.sqrt(Math.max(chance, variance) * (1 + 1.0 / windows));
        return new VolumeTest(n, mean, deviation, variance > chance ? windows - 1 : Double.POSITIVE_INFINITY);
    }

    /**
     * How likely so large a difference is when nothing changed, either way.
     *
     * @param tolerance the change nobody cares about, as a share of the expected rows
     */
    public double pValue(double tolerance) {
        double excess = excess(tolerance);
        return excess <= 0 ? 1 : Math.min(1, 2 * survival(excess / deviation));
    }

    /** The change beyond the tolerance in units of the least that is found at a level; 0 where it is tolerated. */
    public double score(double level, double tolerance) {
        return Math.max(0, excess(tolerance)) / (critical(level) * deviation);
    }

    /** Fewer rows than this, or as many more than expected, are found at a level; below 0 where none are too few. */
    public double least(double level, double tolerance) {
        return expected * (1 - tolerance) - critical(level) * deviation;
    }

    private double excess(double tolerance) {
        return Math.abs(n - expected) - tolerance * expected;
    }

    private double survival(double t) {
        return Double.isInfinite(degrees)
                ? NormalDistribution.of(0, 1).survivalProbability(t)
                : TDistribution.of(degrees).survivalProbability(t);
    }

    private double critical(double level) {
        return Double.isInfinite(degrees)
                ? NormalDistribution.of(0, 1).inverseSurvivalProbability(level / 2)
                : TDistribution.of(degrees).inverseSurvivalProbability(level / 2);
    }
}
