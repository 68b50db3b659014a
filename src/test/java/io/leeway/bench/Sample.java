package io.leeway.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The same figure of several runs. */
final class Sample {
    private Sample() {}

    static double median(List<Double> figures) {
        double[] sorted = sorted(figures);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The smallest and the largest. */
    static String spread(List<Double> figures) {
        double[] sorted = sorted(figures);
        return String.format(Locale.ROOT, "%.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
    }

    private static double[] sorted(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
