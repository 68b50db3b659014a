package io.leeway.statistics;

import java.util.Optional;

/**
 * The Kolmogorov-Smirnov test of two samples: the largest difference of their distribution functions, {@code sup |F - G|},
 * from 0 to 1. Computed at the upper ends of bins, it misses the true one by at most the share of the largest bin that is
 * not a single value. The p-value is that of the limit law; for values with ties it is too large. (Smirnov 1948,
 * doi:10.1214/aoms/1177730256.)
 *
 * @param m size of the reference
 * @param n size of the window
 */
public record KolmogorovSmirnov(double statistic, long m, long n) {
    /**
     * The test of two samples counted on the same bins; empty when one sample is.
     *
     * @param reference for each bin how many values are in it or below
     * @param window the same of the window
     */
    public static Optional<KolmogorovSmirnov> ofCumulative(long[] reference, long[] window) {
        long m = reference[reference.length - 1];
        long n = window[window.length - 1];
        if (m == 0 || n == 0) {
            return Optional.empty();
        }
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] / (double) m - window[i] / (double) n));
        }
        return Optional.of(new KolmogorovSmirnov(largest, m, n));
    }

    /** The chance of a difference at least as large under no change, in the limit of large samples. */
    public double p() {
        return KolmogorovDistribution.survival(statistic * Math.sqrt((double) m * n / (m + n)));
    }
}
