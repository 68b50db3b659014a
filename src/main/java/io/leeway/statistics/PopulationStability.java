package io.leeway.statistics;

import java.util.OptionalDouble;

/**
 * The population stability index: {@code sum (w_i - r_i) ln(w_i / r_i)} over the shares of the bins, natural logarithm. A
 * divergence and not a distance: symmetric, at least 0, without the triangle inequality (it is Jeffreys' divergence:
 * Jeffreys 1946, doi:10.1098/rspa.1946.0056). Under no change it is about (1/n + 1/m) times a chi-square of B - 1 degrees
 * of freedom (Yurdakul, Naranjo 2020, doi:10.21314/JRMV.2020.227), so no constant is a threshold for every n.
 *
 * <p>Both forms are 0 for equal shares and absent when one side is empty.
 */
public final class PopulationStability {
    /** What a share is raised to at least, as other tools do; the shares are not made to sum to one again. */
    private static final double FLOOR = 1e-4;
    /** Added to every count: Jeffreys' prior for shares. */
    private static final double HALF = 0.5;

    private PopulationStability() {}

    /** Of the plain shares, each raised to at least 1e-4: the figure other tools show. An empty bin weighs much in it. */
    public static OptionalDouble floored(long[] reference, long[] window) {
        return index(reference, window, (count, total) -> Math.max(FLOOR, count / (double) total));
    }

    /** Of the shares (count + 1/2) / (n + K/2) over K bins: what a verdict may rest on. */
    public static OptionalDouble half(long[] reference, long[] window) {
        return index(reference, window, (count, total) -> (count + HALF) / (total + HALF * reference.length));
    }

    private static OptionalDouble index(long[] reference, long[] window, Share share) {
        if (!Counts.comparable(reference, window)) {
            return OptionalDouble.empty();
        }
        long m = Counts.total(reference);
        long n = Counts.total(window);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double r = share.of(reference[i], m);
            double w = share.of(window[i], n);
            sum += (w - r) * Math.log(w / r);
        }
        return OptionalDouble.of(sum);
    }

    private interface Share {
        double of(long count, long total);
    }
}
