package io.leeway.statistics;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A non-central law as a Poisson mixture of central ones: the sum over j of {@code Poisson(j; lambda/2) S_j(x)}, where
 * each central survival is the one before it plus a term: {@code S_(j+1) = S_j + t_j}. Every summand is positive, so
 * nothing cancels, not even far out in the tail. It starts nine standard deviations below the Poisson mean, where less than
 * exp(-81/2) of the weight is left behind (Chernoff), and as the survivals grow with j, not more of the sum.
 *
 * <p>Cost: about {@code 9 sqrt(lambda)} steps of a few multiplications, after one incomplete gamma or beta function.
 * Relative error about 1e-11 up to {@code lambda = 1e6}; below 1e-200 the sum may come out too small. (Benton, Krishnamoorthy 2003, doi:10.1016/S0167-9473(02)00283-9.)
 */
final class PoissonMixture {
    private static final double DEVIATIONS = 9;
    /** The weight left over is below what a double can add to the sum. */
    private static final double NEGLIGIBLE = 1e-17;

    private final double mean;
    private final long first;

    /** A mixture for a non-centrality that is finite and not negative. */
    PoissonMixture(double lambda) {
        mean = lambda / 2;
        first = (long) Math.max(0, Math.floor(mean - DEVIATIONS * Math.sqrt(mean)));
    }

    /** The first component that counts. */
    long first() {
        return first;
    }

    /** The sum over all components from the first one on. */
    TailPoint sum(Component start) {
        double weight = weightOfFirst();
        double central = start.survival();
        double term = start.term();
        double shape = start.shape();
        double weights = 0;
        double survival = 0;
        double slope = 0;
        for (long j = first; ; j++) {
            weights += weight;
            survival += weight * central;
            slope += weight * shape * term;
            central = Math.min(1, central + term);
            term *= start.ratio(shape);
            shape++;
            weight *= mean / (j + 1);
            if (remainder(weight, j + 1) <= NEGLIGIBLE * survival + Double.MIN_NORMAL) {
                return new TailPoint(survival / weights, slope / weights);
            }
        }
    }

    private double weightOfFirst() {
        return mean == 0 ? 1 : GammaDistribution.of(first + 1.0, 1).density(mean);
    }

    /** A bound on the weights from {@code j} on: a geometric series behind the mean. */
    private double remainder(double weight, long j) {
        return j + 1 > mean ? weight / (1 - mean / (j + 1)) : Double.POSITIVE_INFINITY;
    }

    /**
     * The first central component at a point.
     *
     * @param survival its survival there
     * @param term what the next one's survival is larger
     * @param shape half its degrees of freedom
     * @param limit what the ratio of two terms tends to
     * @param other half the degrees of freedom of the denominator; infinite without one
     */
    record Component(double survival, double term, double shape, double limit, double other) {
        /** By what factor the next term is larger. */
        double ratio(double currentShape) {
            double grown = Double.isInfinite(other) ? 1 : currentShape + other;
            return limit * grown / (currentShape + 1);
        }
    }
}
