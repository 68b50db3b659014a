package io.leeway.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The non-central F law with {@code nu} and {@code d} degrees of freedom, neither need be whole, and non-centrality
 * {@code lambda}: a non-central chi-squared variable divided by nu, over an independent chi-squared variable divided by d.
 *
 * <p>Relative error of {@link #survival} below 1e-9 for nu from 1 to 1000, d from 4 to 1e8, lambda up to 1e6 and tails down
 * to 1e-12, against {@code scipy.stats.ncf}. (Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995,
 * chapter 30.)
 */
public final class NoncentralF implements UpperTail {
    /** From here on the denominator is a constant for all purposes: the two laws differ by about 1/d of themselves. */
    private static final double CONSTANT_DENOMINATOR = 1e8;

    private final double nu;
    private final double d;
    private final double lambda;
    private final PoissonMixture mixture;

    private NoncentralF(double nu, double d, double lambda) {
        this.nu = nu;
        this.d = d;
        this.lambda = lambda;
        this.mixture = new PoissonMixture(lambda);
    }

    /**
     * The law with these parameters.
     *
     * @param nu degrees of freedom of the numerator, any positive number
     * @param d degrees of freedom of the denominator, any positive number
     * @param lambda non-centrality, not negative
     */
    public static NoncentralF of(double nu, double d, double lambda) {
        if (!(nu > 0 && d > 0 && lambda >= 0 && Double.isFinite(nu) && Double.isFinite(lambda))) {
            throw new IllegalArgumentException("no such law: nu = " + nu + ", d = " + d + ", lambda = " + lambda);
        }
        return new NoncentralF(nu, d, lambda);
    }

    @Override
    public double survival(double x) {
        return d > CONSTANT_DENOMINATOR ? numerator().survival(x * nu) : at(x).survival();
    }

    @Override
    public double upperQuantile(double p) {
        if (d > CONSTANT_DENOMINATOR) {
            return numerator().upperQuantile(p) / nu;
        }
        double mean = 1 + lambda / nu;
        double ofNumerator = 2 * (nu + 2 * lambda) / (nu * nu);
        return UpperQuantile.of(this::at, p, mean, Math.sqrt(ofNumerator + 2 * mean * mean / d));
    }

    private NoncentralChiSquared numerator() {
        return NoncentralChiSquared.of(nu, lambda);
    }

    private TailPoint at(double x) {
        if (!(x > 0)) {
            return new TailPoint(1, 0);
        }
        double share = nu / (nu + d / x);
        double rest = d / (nu * x + d);
        if (rest == 0) {
            return new TailPoint(0, 0);
        }
        double shape = nu / 2 + mixture.first();
        double other = d / 2;
        double survival = BetaDistribution.of(other, shape).cumulativeProbability(rest);
        double term = density(shape + 1, other, share, rest) * rest / (shape + other);
        return mixture.sum(new PoissonMixture.Component(survival, term, shape, share, other));
    }

    /** The beta density at {@code share = 1 - rest}, taken from the side that is known more exactly. */
    private static double density(double alpha, double beta, double share, double rest) {
        return share < rest
                ? BetaDistribution.of(alpha, beta).density(share)
                : BetaDistribution.of(beta, alpha).density(rest);
    }
}
