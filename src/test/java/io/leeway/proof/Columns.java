package io.leeway.proof;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.profile.FeatureKey;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a model is judged: its features; and the score and the prediction of one that has a task. */
final class Columns {
    private Columns() {}

    static SortedMap<FeatureKey, FeatureKind> of(Model model) {
        SortedMap<FeatureKey, FeatureKind> columns = new TreeMap<>();
        model.kinds().forEach((name, kind) -> columns.put(FeatureKey.feature(name), kind));
        model.task().ifPresent(task -> {
            columns.put(FeatureKey.SCORE, FeatureKind.NUMERIC);
            columns.put(FeatureKey.PREDICTION, FeatureKind.CATEGORICAL);
        });
        return columns;
    }
}
