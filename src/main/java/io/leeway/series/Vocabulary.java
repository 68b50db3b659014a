package io.leeway.series;

import static io.leeway.series.FieldType.COUNT;
import static io.leeway.series.FieldType.NUMBER;
import static io.leeway.series.FieldType.TEXT;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every measurement, tag and field that is ever written, and its type. Dashboards and rules are tested against it. Tags
 * hold bounded sets only (models, versions, features, segments, window sizes), never ids.
 */
public final class Vocabulary {
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        define("drift", List.of("model", "version", "segment", "window", "reference", "feature", "role"))
                .numbers("psi", "psi_half", "js", "hellinger", "ks", "wasserstein_norm", "chi2_p", "linf")
                .numbers("psi_test", "drift_score", "threshold", "q_value", "importance")
                .counts("drifted", "rank", "n", "revision")
                .add();
        define("quality", List.of("model", "version", "segment", "window", "reference", "feature"))
                .numbers("missing_rate", "wrong_type_rate", "out_of_range_rate", "new_category_rate")
                .numbers("mean", "std", "min", "max", "expected", "drift_score")
                .counts("drifted", "n", "revision")
                .add();
        define("performance", List.of("model", "version", "segment", "window"))
                .withIntervals("accuracy", "precision", "recall", "f1", "balanced_accuracy", "mcc", "roc_auc")
                .withIntervals("avg_precision", "log_loss", "brier", "ece10", "positive_rate")
                .withIntervals("predicted_positive_rate", "mean_score", "calibration_intercept", "calibration_slope")
                .withIntervals("macro_precision", "macro_recall", "macro_f1")
                .withIntervals("weighted_precision", "weighted_recall", "weighted_f1")
                .withIntervals("mae", "rmse", "bias", "median_ae", "max_ae", "r2", "wape")
                .withIntervals("mean_label", "mean_prediction")
                .withIntervals("ndcg_5", "ndcg_10", "map_5", "map_10", "mrr")
                .withIntervals("hit_rate_1", "hit_rate_5", "hit_rate_10", "relevant_rate")
                .numbers("label_coverage")
                .counts("n", "n_labelled", "degraded", "final", "open", "revision")
                .add();
        define("estimate", List.of("model", "version", "segment", "window"))
                .withIntervals("accuracy", "precision", "recall", "f1", "roc_auc", "positive_rate")
                .withIntervals("macro_precision", "macro_recall", "macro_f1", "mae", "rmse")
                .numbers("coverage")
                .counts("trusted", "checked", "n", "open", "revision")
                .add();
        define("corrected", List.of("model", "version", "segment", "window"))
                .withIntervals("positive_rate", "accuracy", "precision", "recall", "f1")
                .numbers("positives_known", "negatives_known")
                .counts("n", "open", "revision")
                .add();
        define("joint", List.of("model", "version", "segment", "window", "test"))
                .numbers("value", "threshold", "drift_score", "q_value")
                .counts("drifted", "n", "revision")
                .add();
        define("detector", List.of("model", "version", "segment", "window", "detector"))
                .numbers("before", "after", "since")
                .counts("detected", "n", "revision")
                .add();
        define("window", List.of("model", "version", "segment", "window"))
                .numbers("drifted_share", "max_drift_score")
                .counts("n", "drifted_features", "open", "revision")
                .add();
        define("ingest", List.of("model", "version"))
                .numbers("expected", "since_last", "expected_since_last")
                .counts("n")
                .add();
        define("labels", List.of("model", "version"))
                .numbers("coverage_1d", "coverage_7d", "coverage_14d", "coverage_30d", "since_last")
                .add();
        define("incident", List.of("model", "version", "rule", "level"))
                .texts("state", "reason", "text")
                .add();
        define("deployment", List.of("model", "version")).texts("first_seen").add();
    }

    private Vocabulary() {}

    /** The measurement of that name. */
    public static Measurement measurement(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no measurement " + name));
    }

    /** The measurement of that name, if there is one. */
    public static Optional<Measurement> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static Collection<Measurement> measurements() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    private static Definition define(String name, List<String> tags) {
        return new Definition(name, tags);
    }

    private static final class Definition {
        private final String name;
        private final List<String> tags;
        private final Map<String, FieldType> fields = new LinkedHashMap<>();

        Definition(String name, List<String> tags) {
            this.name = name;
            this.tags = tags;
        }

        Definition numbers(String... names) {
            return fields(NUMBER, names);
        }

        Definition counts(String... names) {
            return fields(COUNT, names);
        }

        Definition texts(String... names) {
            return fields(TEXT, names);
        }

        /** A metric and the two ends of its interval. */
        Definition withIntervals(String... names) {
            for (String metric : names) {
                fields(NUMBER, metric, metric + "_low", metric + "_high");
            }
            return this;
        }

        @CanIgnoreReturnValue
        private Definition fields(FieldType type, String... names) {
            for (String field : names) {
                fields.put(field, type);
            }
            return this;
        }

        void add() {
            ALL.put(name, new Measurement(name, tags, fields));
        }
    }
}
