package io.leeway.statistics;

/**
 * The limit law of the Kolmogorov-Smirnov statistic times the root of the sample size. Two series, each where it
 * converges within a few terms, so that a small chance keeps its digits instead of being 1 minus something near 1.
 * (Marsaglia, Tsang, Wang 2003, doi:10.18637/jss.v008.i18.)
 */
final class KolmogorovDistribution {
    /** Where both series need about four terms for the precision of a double. */
    private static final double MIDDLE = 1.18;

    private KolmogorovDistribution() {}

    /** The chance of exceeding {@code t}; 1 for 0, never negative. */
    static double survival(double t) {
        if (t <= 0) {
            return 1;
        }
        return t < MIDDLE ? 1 - lower(t) : upper(t);
    }

    private static double lower(double t) {
        double sum = 0;
        for (int k = 1; k <= 7; k += 2) {
            sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * t * t));
        }
        return Math.sqrt(2 * Math.PI) / t * sum;
    }

    private static double upper(double t) {
        double sum = 0;
        for (int k = 5; k >= 1; k--) {
            sum = Math.exp(-2.0 * k * k * t * t) - sum;
        }
        return 2 * sum;
    }
}
