package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.profile.FeatureKey;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a model is reported, in this order: its monitored features by name, then the score, then the prediction.
 * A list of items is seldom like another: that is not compared. */
final class Columns {
    private Columns() {}

    static SortedMap<FeatureKey, FeatureKind> of(Model model) {
        SortedMap<FeatureKey, FeatureKind> columns = new TreeMap<>();
        model.kinds()
                .keySet()
                .forEach(name -> model.kind(name).ifPresent(kind -> columns.put(FeatureKey.feature(name), kind)));
        model.task().ifPresent(task -> {
            if (task == Task.BINARY) {
                columns.put(FeatureKey.SCORE, FeatureKind.NUMERIC);
            }
            if (task != Task.RANKING) {
                columns.put(
                        FeatureKey.PREDICTION, task == Task.REGRESSION ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL);
            }
        });
        return columns;
    }

    /** The column of that name; a feature named like the score or the prediction goes first. */
    static Optional<FeatureKey> named(Model model, String name) {
        return of(model).keySet().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
