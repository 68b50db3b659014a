package io.leeway.catalog;

import java.util.Locale;

/** How a feature's values compare: as numbers or as categories. */
public enum FeatureKind {
    NUMERIC,
    CATEGORICAL;

    /** The name in settings and reports: {@code numeric}, {@code categorical}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
