package io.leeway.drift;

import io.leeway.catalog.FeatureKind;
import io.leeway.profile.ColumnProfile;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;

/**
 * The figures of one column of a window, by the names of the interface: its quality, and its distance from a baseline. A
 * figure that does not exist (no valid value on one side, a constant reference) is absent.
 */
public final class FeatureFigures {
    private FeatureFigures() {}

    /** The figures of a window that has nothing to be compared with. */
    public static Figures alone(Profile window, FeatureKey key, FeatureKind kind) {
        return switch (kind) {
            case NUMERIC -> NumericFigures.alone(window, key);
            case CATEGORICAL -> rates(window.categorical(key), window.rowsOfCategorical(key));
        };
    }

    /** The figures of a window against a reference. */
    public static Figures against(ReferenceColumns columns, Profile window, FeatureKey key, FeatureKind kind) {
        return switch (kind) {
            case NUMERIC -> NumericFigures.against(columns, window, key);
            case CATEGORICAL -> CategoricalFigures.against(columns, window, key);
        };
    }

    static Figures rates(ColumnProfile column, long rows) {
        return new Figures()
                .put("missing_rate", share(column.missing(rows), rows))
                .put("wrong_type_rate", share(column.wrongType(), rows));
    }

    /** NaN, which puts nothing, without a whole. */
    static double share(long part, long whole) {
        return part / (double) whole;
    }
}
