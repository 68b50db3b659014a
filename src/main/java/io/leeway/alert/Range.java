package io.leeway.alert;

import java.util.Set;

/**
 * Between what a number lies, whatever the window.
 *
 * @param least may be minus infinity
 * @param most may be infinity
 */
record Range(double least, double most) {
    static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Range SHARE = new Range(0, 1);
    private static final Range CORRELATION = new Range(-1, 1);
    private static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);
    private static final Set<String> SHARES = Set.of(
            "accuracy",
            "precision",
            "recall",
            "f1",
            "balanced_accuracy",
            "roc_auc",
            "mrr",
            "avg_precision",
            "brier",
            "ece10",
            "drifted_share",
            "coverage",
            "q_value",
            "chi2_p",
            "importance",
            "hellinger",
            "ks",
            "linf",
            "drifted",
            "degraded",
            "final",
            "trusted",
            "open");
    private static final Set<String> NOT_NEGATIVES = Set.of(
            "psi",
            "psi_half",
            "js",
            "wasserstein_norm",
            "drift_score",
            "max_drift_score",
            "drifted_features",
            "rank",
            "n",
            "n_labelled",
            "checked",
            "revision",
            "log_loss",
            "mae",
            "rmse",
            "median_ae",
            "max_ae",
            "wape",
            "std",
            "expected",
            "since_last",
            "expected_since_last");

    /** The range of a figure by its stored name; {@link #ANY} where nothing is known. */
    static Range of(String figure) {
        String name = figure.replaceFirst("^baseline\\.", "");
        String metric = name.replaceFirst("_(low|high)$", "");
        Range range = ofMetric(metric);
        return metric.equals(name) ? range : range.widened();
    }

    private static Range ofMetric(String name) {
        if (SHARES.contains(name)
                || name.endsWith("_rate")
                || name.matches("(macro|weighted)_.*|(ndcg|map|hit_rate)_\\d+|(label_)?coverage(_\\d+d)?")) {
            return SHARE;
        }
        if (name.equals("mcc")) {
            return CORRELATION;
        }
        return NOT_NEGATIVES.contains(name) || name.startsWith("burn_") ? NOT_NEGATIVE : ANY;
    }

    boolean contains(double value) {
        return value >= least && value <= most;
    }

    /** The value in the range that is nearest to another. */
    double nearest(double value) {
        return Math.min(most, Math.max(least, value));
    }

    Range plus(Range other) {
        return new Range(least + other.least, most + other.most);
    }

    Range times(double factor) {
        return factor >= 0
                ? new Range(scaled(least, factor), scaled(most, factor))
                : new Range(scaled(most, factor), scaled(least, factor));
    }

    /** In words: {@code lies between 0 and 1}. */
    String words() {
        if (Double.isInfinite(most)) {
            return "is never below " + number(least);
        }
        return "lies between " + number(least) + " and " + number(most);
    }

    boolean isBounded() {
        return !equals(ANY);
    }

    /** The ends of an interval may lie a little beyond what the metric itself can be. */
    private Range widened() {
        return new Range(least - 1, most + 1);
    }

    private static double scaled(double value, double factor) {
        return factor == 0 ? 0 : value * factor;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
