package io.leeway.statistics;

/**
 * Tests whether a window differs from its reference by more than a tolerated population stability index.
 *
 * <p>With sampling noise alone psi is about {@code s} times a non-central chi-squared variable with {@code b = bins - 1}
 * degrees of freedom and non-centrality {@code tolerance / s}, where {@code s = 1/n + 1/m} (arXiv 2307.11878). A noise of the
 * windows' own adds to s. It comes from few causes (one cause moves all bins together), so mean and variance of psi are
 * matched by fewer degrees of freedom (Satterthwaite 1946, doi:10.2307/3002019); and it is learned from few windows, which a
 * denominator accounts for: a non-central F law.
 *
 * @param psi what was found
 * @param bins on how many bins
 * @param scale what one unit of the law is in psi
 * @param law the law of {@code psi / scale} at the tolerance
 */
public record PsiTest(double psi, int bins, double scale, UpperTail law) {
    /** Rows beyond some 1e8 sharpen the test no further: the laws are exact and cheap up to here. */
    private static final double GREATEST_NONCENTRALITY = 1e6;

    /** A denominator with fewer degrees of freedom would have no variance. */
    private static final double LEAST_DENOMINATOR = 4;

    /**
     * Compares a window with its reference.
     *
     * @param counts at least two bins
     * @param tolerance the psi nobody cares about, 0 or more
     */
    public static PsiTest of(MergedCounts counts, OwnNoise noise, double tolerance) {
        return of(new Distance(counts.psi(), counts.bins() - 1, counts.samplingNoise()), noise, tolerance);
    }

    /** Tests any other distance that follows the same law: {@code bins - 1} are its degrees of freedom. */
    public static PsiTest of(Distance distance, OwnNoise noise, double tolerance) {
        int degrees = distance.degrees();
        double s = Math.max(distance.samplingNoise(), tolerance / GREATEST_NONCENTRALITY);
        if (noise.variance() == 0) {
            return new PsiTest(distance.value(), degrees + 1, s, NoncentralChiSquared.of(degrees, tolerance / s));
        }
        double both = s + noise.variance();
        double mean = both * degrees;
        double nu = Math.min(degrees, Math.max(1, 2 * mean * mean / variance(s, noise, degrees)));
        double ratio = both / noise.variance();
        double d = Math.max(LEAST_DENOMINATOR, (noise.windows() - 1) * ratio * ratio);
        return new PsiTest(distance.value(), degrees + 1, mean, NoncentralF.of(nu, d, tolerance * nu / mean));
    }

    /** How likely a psi this large is at the tolerance. */
    public double pValue() {
        return law.survival(psi / scale);
    }

    /** The psi whose p-value is {@code level}. */
    public double critical(double level) {
        return scale * law.upperQuantile(level);
    }

    private static double variance(double s, OwnNoise noise, double degrees) {
        double own = noise.variance();
        double scatter = Math.max(degrees * degrees * noise.scatter(), 2 * own * own * degrees);
        return 2 * s * s * degrees + 4 * s * own * degrees + scatter;
    }
}
