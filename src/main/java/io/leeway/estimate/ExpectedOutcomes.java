package io.leeway.estimate;

import io.leeway.sketch.BinCounts;
import io.leeway.statistics.Figures;

/**
 * What is expected of a window's rows: each counts as positive in the share of its calibrated score. Confidence-based
 * performance estimation; J. Kivimäki, J. Białek, W. Kuberski, J. K. Nurminen 2025, "Performance Estimation in Binary
 * Classification Using Calibrated Confidence", arXiv:2505.05295.
 */
final class ExpectedOutcomes {
    private double truePositives;
    private double falsePositives;
    private double trueNegatives;
    private double falseNegatives;
    private double pairs;

    private ExpectedOutcomes() {}

    /**
     * Of all scores of a window and of those that were called positive, on the same bins.
     */
    static ExpectedOutcomes of(BinCounts scores, BinCounts called, Calibration calibration) {
        ExpectedOutcomes outcomes = new ExpectedOutcomes();
        for (int slot : scores.slots()) {
            outcomes.add(calibration.at(slot), (double) scores.in(slot), (double) called.in(slot));
        }
        return outcomes;
    }

    /** Slots come in rising order, so what is negative so far scores lower. */
    private void add(double positive, double rows, double called) {
        double negatives = trueNegatives + falsePositives;
        pairs += rows * positive * (negatives + rows * (1 - positive) / 2);
        truePositives += called * positive;
        falsePositives += called * (1 - positive);
        falseNegatives += (rows - called) * positive;
        trueNegatives += (rows - called) * (1 - positive);
    }

    double n() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /** Metrics by the names of the interface. What is undefined is absent. */
    Figures metrics() {
        double positives = truePositives + falseNegatives;
        double negatives = trueNegatives + falsePositives;
        return new Figures()
                .put("accuracy", (truePositives + trueNegatives) / n())
                .put("precision", truePositives / (truePositives + falsePositives))
                .put("recall", truePositives / positives)
                .put("f1", 2 * truePositives / (2 * truePositives + falsePositives + falseNegatives))
                .put("roc_auc", pairs / (positives * negatives))
                .put("positive_rate", positives / n());
    }
}
