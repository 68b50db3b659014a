package io.leeway.statistics;

import java.util.OptionalDouble;

/**
 * The Jensen-Shannon distance of the shares r and w: {@code sqrt((KL(r|a) + KL(w|a)) / 2)} with {@code a = (r + w) / 2} and
 * logarithms to base 2. A distance: 0 for equal shares, 1 for shares without a common bin. An empty bin adds nothing
 * (0 log 0 = 0). Absent when one side is empty. (Endres, Schindelin 2003, doi:10.1109/TIT.2003.813506.)
 */
public final class JensenShannon {
    private JensenShannon() {}

    public static OptionalDouble distance(long[] reference, long[] window) {
        if (!Counts.comparable(reference, window)) {
            return OptionalDouble.empty();
        }
        double m = Counts.total(reference);
        double n = Counts.total(window);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double r = reference[i] / m;
            double w = window[i] / n;
            sum += divergence(r, (r + w) / 2) + divergence(w, (r + w) / 2);
        }
        // Rounding may leave a sum of equal shares just below zero.
        return OptionalDouble.of(Math.sqrt(Math.max(0, sum) / 2 / Math.log(2)));
    }

    private static double divergence(double share, double average) {
        return share == 0 ? 0 : share * Math.log(share / average);
    }
}
