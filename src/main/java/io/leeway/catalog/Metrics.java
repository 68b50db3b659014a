package io.leeway.catalog;

import static io.leeway.catalog.Goal.HIGHER;
import static io.leeway.catalog.Goal.LOWER;
import static io.leeway.catalog.Goal.NEAR;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The performance metrics for which a model's owner can set a tolerance. */
public final class Metrics {
    private static final List<Metric> ALL = List.of(
            Metric.share("accuracy", HIGHER),
            Metric.share("precision", HIGHER),
            Metric.share("recall", HIGHER),
            Metric.share("f1", HIGHER),
            Metric.share("balanced_accuracy", HIGHER),
            new Metric("mcc", HIGHER, -1, 1),
            Metric.share("roc_auc", HIGHER),
            Metric.share("avg_precision", HIGHER),
            Metric.loss("log_loss"),
            Metric.share("brier", LOWER),
            Metric.share("ece10", LOWER),
            Metric.share("positive_rate", NEAR),
            Metric.share("predicted_positive_rate", NEAR),
            Metric.share("mean_score", NEAR),
            Metric.near("calibration_intercept"),
            Metric.near("calibration_slope"),
            Metric.share("macro_precision", HIGHER),
            Metric.share("macro_recall", HIGHER),
            Metric.share("macro_f1", HIGHER),
            Metric.share("weighted_precision", HIGHER),
            Metric.share("weighted_recall", HIGHER),
            Metric.share("weighted_f1", HIGHER),
            Metric.loss("mae"),
            Metric.loss("rmse"),
            Metric.near("bias"),
            Metric.loss("median_ae"),
            Metric.loss("max_ae"),
            new Metric("r2", HIGHER, Double.NEGATIVE_INFINITY, 1),
            Metric.loss("wape"),
            Metric.near("mean_label"),
            Metric.near("mean_prediction"),
            Metric.share("ndcg_5", HIGHER),
            Metric.share("ndcg_10", HIGHER),
            Metric.share("map_5", HIGHER),
            Metric.share("map_10", HIGHER),
            Metric.share("mrr", HIGHER),
            Metric.share("hit_rate_1", HIGHER),
            Metric.share("hit_rate_5", HIGHER),
            Metric.share("hit_rate_10", HIGHER),
            Metric.share("relevant_rate", NEAR));

    public static final List<String> NAMES = ALL.stream().map(Metric::name).toList();

    private static final Tolerance ONE_HUNDREDTH = new Tolerance(0.01, false);
    private static final Tolerance ONE_TENTH = new Tolerance(0.1, true);

    private Metrics() {}

    /** The metric of that name. */
    public static Optional<Metric> named(String name) {
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /** The metric that is the mean of what answers lose, or 1 less that. */
    public static String ofLoss(Task task) {
        return switch (task) {
            case BINARY, MULTICLASS -> "accuracy";
            case REGRESSION -> "mae";
            case RANKING -> "ndcg_10";
        };
    }

    /** What is tolerated where the owner says nothing: few metrics, for each more costs certainty in the others. */
    public static Map<String, Tolerance> tolerances(Task task) {
        return switch (task) {
            case BINARY ->
                Map.of(
                        "accuracy", ONE_HUNDREDTH,
                        "precision", ONE_HUNDREDTH,
                        "recall", ONE_HUNDREDTH,
                        "roc_auc", ONE_HUNDREDTH);
            case MULTICLASS -> Map.of("accuracy", ONE_HUNDREDTH, "macro_f1", ONE_HUNDREDTH);
            case REGRESSION -> Map.of("mae", ONE_TENTH);
            case RANKING -> Map.of("ndcg_10", ONE_HUNDREDTH, "hit_rate_10", ONE_HUNDREDTH);
        };
    }
}
