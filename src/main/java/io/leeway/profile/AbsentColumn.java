package io.leeway.profile;

import io.leeway.catalog.FeatureKind;

/** A feature the model has and the batch has not: missing in all its rows. */
record AbsentColumn(FeatureKey key, FeatureKind kind) implements Column {
    @Override
    public void add(Profile profile, int[] rows, int count) {
        ColumnProfile unused = switch (kind) {
            case NUMERIC -> profile.numericColumn(key);
            case CATEGORICAL -> profile.categoricalColumn(key);
        };
    }
}
