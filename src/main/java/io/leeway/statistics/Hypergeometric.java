package io.leeway.statistics;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * The law of how many of {@code marked} rows fall into the first {@code n} of {@code n + m} rows when all orders are equally
 * likely. Counts are whole numbers below 2^53.
 *
 * <p>The survival sums the shorter tail from its largest term on; its relative error is about 1e-12 while counts stay below a
 * million. Where the standard deviation exceeds 10,000 the normal limit with continuity correction stands in.
 */
final class Hypergeometric {
    /** Above this variance the normal limit differs by less than the rounding of the logarithms below. */
    private static final double LARGE_VARIANCE = 1e8;

    private static final double NEGLIGIBLE = 1e-17;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double n;
    private final double m;
    private final double marked;

    Hypergeometric(double n, double m, double marked) {
        this.n = n;
        this.m = m;
        this.marked = marked;
    }

    double mean() {
        return marked * (n / (n + m));
    }

    double variance() {
        double all = n + m;
        return all <= 1 ? 0 : mean() * (m / all) * ((all - marked) / (all - 1));
    }

    /** The probability of {@code k} or more. */
    double atLeast(double k) {
        if (k <= Math.max(0, marked - m)) {
            return 1;
        }
        if (k > Math.min(n, marked)) {
            return 0;
        }
        if (variance() > LARGE_VARIANCE) {
            return 0.5 * Erf.erfc((k - 0.5 - mean()) / Math.sqrt(2 * variance()));
        }
        return k > mean() ? upward(k) : 1 - downward(k - 1);
    }

    private double upward(double from) {
        double term = probability(from);
        double sum = 0;
        for (double i = from; term > NEGLIGIBLE * sum; i++) {
            sum += term;
            term *= (marked - i) * (n - i) / ((i + 1) * (m - marked + i + 1));
        }
        return Math.min(1, sum);
    }

    private double downward(double from) {
        double term = probability(from);
        double sum = 0;
        for (double i = from; term > NEGLIGIBLE * sum; i--) {
            sum += term;
            term *= i * (m - marked + i) / ((marked - i + 1) * (n - i + 1));
        }
        return Math.min(1, sum);
    }

    private double probability(double k) {
        return Math.exp(logChoose(n, k) + logChoose(m, marked - k) - logChoose(n + m, marked));
    }

    /** The logarithm of a binomial coefficient, by entropy and Stirling's series: large logarithms never cancel. */
    private static double logChoose(double n, double k) {
        if (k <= 0 || k >= n) {
            return 0;
        }
        double entropy = -k * Math.log(k / n) - (n - k) * Math.log1p(-k / n);
        double spread = 0.5 * (Math.log(n / k) - Math.log(n - k)) - HALF_LOG_TWO_PI;
        return entropy + spread + stirling(n) - stirling(k) - stirling(n - k);
    }

    /** What Stirling's formula leaves out of the logarithm of n factorial. */
    private static double stirling(double n) {
        if (n < 16) {
            return Gamma.logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
        }
        double square = n * n;
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / 1680.0 / square) / square) / square) / n;
    }
}
