package io.leeway.statistics;

import io.leeway.sketch.BinnedDistribution;
import java.util.Optional;

/**
 * The Kolmogorov-Smirnov test of two samples: the largest difference of their distribution functions, {@code sup |F - G|},
 * from 0 to 1. On bins it is exact where every value of the reference is an edge; else it misses by at most the share of
 * the largest gap. The p-value is that of the limit law; for values with ties it is too large. (Smirnov 1948,
 * doi:10.1214/aoms/1177730256.)
 *
 * @param m size of the reference
 * @param n size of the window
 */
public record KolmogorovSmirnov(double statistic, long m, long n) {
    /** The test of two samples counted on the same bins; empty when one sample is. */
    public static Optional<KolmogorovSmirnov> of(BinnedDistribution reference, BinnedDistribution window) {
        double m = reference.total();
        double n = window.total();
        if (m == 0 || n == 0) {
            return Optional.empty();
        }
        double statistic = largestGap(reference, window) / (m * n);
        return Optional.of(new KolmogorovSmirnov(statistic, reference.total(), window.total()));
    }

    /** Between two values of the window the reference alone rises, so the gap is largest at one of them or just below. */
    private static double largestGap(BinnedDistribution reference, BinnedDistribution window) {
        BinnedDistribution.Ascent r = reference.ascent();
        BinnedDistribution.Ascent w = window.ascent();
        double largest = 0;
        double m = reference.total();
        double n = window.total();
        long below = 0;
        for (int slot : window.slots()) {
            double justBelow = Math.abs(r.upTo(slot - 1) * n - below * m);
            below = w.upTo(slot);
            largest = Math.max(largest, Math.max(justBelow, Math.abs(r.upTo(slot) * n - below * m)));
        }
        return largest;
    }

    /** The chance of a difference at least as large under no change, in the limit of large samples. */
    public double p() {
        return KolmogorovDistribution.survival(statistic * Math.sqrt((double) m * n / (m + n)));
    }
}
