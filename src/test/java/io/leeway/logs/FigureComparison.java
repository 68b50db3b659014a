package io.leeway.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Compares figures with expected ones, each metric within the tolerance that was promised for it, and remembers what
 * deviates. A figure that should be absent and is not deviates too, and so does one that is missing.
 */
public final class FigureComparison {
    private static final Closeness EXACT = (actual, expected) -> actual == expected;
    private static final Closeness NINE_DIGITS = relative(1e-9);
    /** The expected files carry ten digits, which is more than nine of any figure. */
    private static final Map<String, Closeness> PERFORMANCE = Map.ofEntries(
            Map.entry("tp", EXACT),
            Map.entry("fp", EXACT),
            Map.entry("tn", EXACT),
            Map.entry("fn", EXACT),
            Map.entry("accuracy", NINE_DIGITS),
            Map.entry("precision", NINE_DIGITS),
            Map.entry("recall", NINE_DIGITS),
            Map.entry("f1", NINE_DIGITS),
            Map.entry("balanced_accuracy", NINE_DIGITS),
            Map.entry("mcc", NINE_DIGITS),
            Map.entry("roc_auc", absolute(0.001)),
            Map.entry("avg_precision", absolute(0.005)),
            Map.entry("log_loss", NINE_DIGITS),
            Map.entry("brier", NINE_DIGITS),
            Map.entry("positive_rate", NINE_DIGITS),
            Map.entry("predicted_positive_rate", NINE_DIGITS),
            Map.entry("mean_score", NINE_DIGITS),
            Map.entry("ece10", NINE_DIGITS),
            Map.entry("mae", NINE_DIGITS),
            Map.entry("rmse", NINE_DIGITS),
            Map.entry("bias", NINE_DIGITS),
            Map.entry("median_ae", relative(1.0 / 128)),
            Map.entry("max_ae", NINE_DIGITS),
            Map.entry("r2", NINE_DIGITS),
            Map.entry("wape", NINE_DIGITS),
            Map.entry("mean_label", NINE_DIGITS),
            Map.entry("mean_prediction", NINE_DIGITS));

    private final Map<String, Closeness> metrics;
    private final Map<String, Integer> compared = new TreeMap<>();
    private final Map<String, List<String>> deviations = new TreeMap<>();

    private FigureComparison(Map<String, Closeness> metrics) {
        this.metrics = metrics;
    }

    /** A comparison of performance metrics. */
    public static FigureComparison ofPerformance() {
        return new FigureComparison(PERFORMANCE);
    }

    /** Compares the metrics that {@code expected} has a column for. */
    public void compare(Figures actual, Row expected) {
        for (String metric : expected.columns()) {
            if (metrics.containsKey(metric)) {
                compare(metric, actual.get(metric), expected);
            }
        }
    }

    /** Demands that something was compared, and that at most one in a thousand figures of a metric deviates. */
    public void demandAgreement() {
        assertThat(compared).isNotEmpty();
        deviations.forEach((metric, found) -> assertThat(found)
                .as("%s: %d of %d figures deviate", metric, found.size(), compared.get(metric))
                .hasSizeLessThanOrEqualTo(compared.getOrDefault(metric, 0) / 1000));
    }

    private void compare(String metric, OptionalDouble actual, Row row) {
        int count = compared.merge(metric, 1, Integer::sum);
        if (!agrees(metrics.get(metric), actual, row.number(metric))) {
            deviations
                    .computeIfAbsent(metric, name -> new ArrayList<>())
                    .add("figure " + count + ": " + actual + ", expected " + row.number(metric) + " in " + row);
        }
    }

    private static boolean agrees(Closeness closeness, OptionalDouble actual, double expected) {
        return Double.isNaN(expected)
                ? actual.isEmpty()
                : actual.isPresent() && closeness.test(actual.getAsDouble(), expected);
    }

    private static Closeness relative(double tolerance) {
        return (actual, expected) -> Math.abs(actual - expected) <= tolerance * Math.abs(expected);
    }

    private static Closeness absolute(double tolerance) {
        return (actual, expected) -> Math.abs(actual - expected) <= tolerance;
    }

    /** Whether a figure is close enough to what it should be. */
    @FunctionalInterface
    private interface Closeness {
        boolean test(double actual, double expected);
    }
}
