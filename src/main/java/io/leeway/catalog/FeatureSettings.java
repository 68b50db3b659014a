package io.leeway.catalog;

import java.util.Optional;

/**
 * What the owner says of one feature.
 *
 * @param kind empty: inferred from the first value that arrives
 * @param monitor whether it is profiled and judged
 */
public record FeatureSettings(Optional<FeatureKind> kind, boolean monitor) {
    public static FeatureSettings withDefaults() {
        return new FeatureSettings(Optional.empty(), true);
    }
}
