package io.leeway.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A bin of a feature that holds another share of the values than it did.
 *
 * @param bin a category, or an interval such as {@code (1.5, 2]}
 * @param before its share of the reference's values
 * @param now its share of the window's values
 */
public record MovedBin(String bin, double before, double now) {
    /** More would be a histogram. */
    private static final int MOST = 5;

    /** In units of the standard error: of ten bins of which none moved, one is named in 1 of 37 windows. */
    private static final double BEYOND_CHANCE = 3;

    /**
     * Those that moved by more than chance moves them, the most first; none where either side has no value.
     *
     * @param names of each bin
     * @param reference counts per bin
     * @param window counts per bin
     */
    static List<MovedBin> of(List<String> names, long[] reference, long[] window) {
        double m = Arrays.stream(reference).sum();
        double n = Arrays.stream(window).sum();
        List<MovedBin> moved = new ArrayList<>();
        for (int bin = 0; bin < names.size() && n * m > 0; bin++) {
            double pooled = (reference[bin] + window[bin]) / (m + n);
            double error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
            MovedBin one = new MovedBin(names.get(bin), reference[bin] / m, window[bin] / n);
            if (one.distance() > BEYOND_CHANCE * error) {
                moved.add(one);
            }
        }
        return moved.stream()
                .sorted(Comparator.comparingDouble(MovedBin::distance).reversed())
                .limit(MOST)
                .toList();
    }

    private double distance() {
        return Math.abs(now - before);
    }
}
