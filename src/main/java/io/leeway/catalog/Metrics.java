package io.leeway.catalog;

import java.util.List;

/** The performance metrics for which a model's owner can set a tolerance. */
public final class Metrics {
    public static final List<String> NAMES = List.of(
            "accuracy",
            "precision",
            "recall",
            "f1",
            "balanced_accuracy",
            "mcc",
            "roc_auc",
            "avg_precision",
            "log_loss",
            "brier",
            "ece10",
            "positive_rate",
            "predicted_positive_rate",
            "mean_score",
            "calibration_intercept",
            "calibration_slope",
            "mae",
            "rmse",
            "bias",
            "median_ae",
            "max_ae",
            "r2",
            "wape",
            "mean_label",
            "mean_prediction");

    private Metrics() {}
}
