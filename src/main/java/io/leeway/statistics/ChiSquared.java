package io.leeway.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-square test that two samples come from one distribution over categories, on the 2 x K table of their
 * counts, without continuity correction: {@code sum (observed - expected)^2 / expected}. The law of the statistic is
 * asymptotic: with expected counts below about 5 the p-value is a rough one. (Pearson 1900,
 * doi:10.1080/14786440009463897.)
 *
 * @param degreesOfFreedom K - 1, where categories that came on neither side do not count
 * @param m size of the reference
 * @param n size of the window
 */
public record ChiSquared(double statistic, int degreesOfFreedom, long m, long n) {
    /** The test of two rows of counts; empty when one side is. One category gives 0 with 0 degrees of freedom. */
    public static Optional<ChiSquared> of(long[] reference, long[] window) {
        if (!Counts.comparable(reference, window)) {
            return Optional.empty();
        }
        long m = Counts.total(reference);
        long n = Counts.total(window);
        double statistic = 0;
        int categories = 0;
        for (int i = 0; i < reference.length; i++) {
            double share = (reference[i] + window[i]) / (double) (m + n);
            if (share > 0) {
                statistic += term(reference[i], share * m) + term(window[i], share * n);
                categories++;
            }
        }
        return Optional.of(new ChiSquared(categories > 1 ? statistic : 0, categories - 1, m, n));
    }

    /** The chance of a statistic at least as large under no change; 1 with 0 degrees of freedom. */
    public double p() {
        return degreesOfFreedom == 0
                ? 1
                : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }

    private static double term(long observed, double expected) {
        return (observed - expected) * (observed - expected) / expected;
    }
}
