package io.leeway.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a feature's windows differ from each other beyond sampling: a week of hours holds only seven days of weather,
 * however many rows. Measured on the reference's own windows, each against the rest.
 *
 * <p>With psi {@code p_k} of window k on {@code b_k} degrees of freedom and sampling noise {@code s_k = 1/n_k + 1/m_k}, which is what
 * {@code p_k / b_k} is on average where windows differ by sampling alone, {@code variance = max(0, mean(p_k / b_k - s_k))}: the
 * variance between groups by moments, as of random effects (R. DerSimonian, N. Laird 1986, doi:10.1016/0197-2456(86)90046-2).
 * Of the variance of {@code p_k / b_k} over windows {@code 2 (s_k^2 + 2 s_k variance) / b_k} is explained by it; {@code scatter} is the
 * rest, not below 0.
 *
 * @param variance what it adds to psi per degree of freedom, beside the sampling noise; 0 or more
 * @param scatter by how much the windows' psi per degree of freedom varies beyond what that explains: a variance, 0 or more
 * @param windows how many windows it was learned from
 */
public record OwnNoise(double variance, double scatter, int windows) {
    /** With fewer windows nothing is known of their differences. */
    public static final int WINDOWS_NEEDED = 3;

    /** Nothing known of the windows: sampling noise only. */
    public static OwnNoise unknown() {
        return new OwnNoise(0, 0, 0);
    }

    /**
     * Learns from windows of the reference.
     *
     * @param againstTheRest each window against the reference without it; those with one bin left say nothing
     */
    public static OwnNoise over(List<MergedCounts> againstTheRest) {
        return overDistances(againstTheRest.stream()
                .filter(counts -> counts.bins() > 1)
                .map(counts -> new Distance(counts.psi(), counts.bins() - 1, counts.samplingNoise()))
                .toList());
    }

    /** The same of any distance; each window against the reference without it. */
    public static OwnNoise overDistances(List<Distance> windows) {
        if (windows.size() < WINDOWS_NEEDED) {
            return new OwnNoise(0, 0, windows.size());
        }
        double perDegree = mean(windows, Distance::perDegree);
        double variance = Math.max(0, perDegree - mean(windows, Distance::samplingNoise));
        double seen =
                mean(windows, window -> square(window.perDegree() - perDegree)) * windows.size() / (windows.size() - 1);
        double explained = mean(windows, window -> explained(window, variance));
        return new OwnNoise(variance, Math.max(0, seen - explained), windows.size());
    }

    /** The same where all of it grows by a factor. */
    public OwnNoise times(double factor) {
        return new OwnNoise(factor * variance, factor * factor * scatter, windows);
    }

    /** Whether there were enough windows to tell. */
    public boolean known() {
        return windows >= WINDOWS_NEEDED;
    }

    /** The variance of psi per degree of freedom that sampling brings, alone and together with the windows' own noise. */
    private static double explained(Distance window, double variance) {
        double s = window.samplingNoise();
        return (2 * s * s + 4 * s * variance) / window.degrees();
    }

    private static double mean(List<Distance> windows, ToDoubleFunction<Distance> of) {
        return windows.stream().mapToDouble(of).average().orElse(0);
    }

    private static double square(double value) {
        return value * value;
    }
}
