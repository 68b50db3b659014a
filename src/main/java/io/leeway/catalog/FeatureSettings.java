package io.leeway.catalog;

import java.util.Optional;

/**
 * What the owner says of one feature.
 *
 * @param kind empty: inferred from the first value that arrives
 * @param monitor whether it is profiled and judged
 * @param keep what may be kept of its values; empty: what the model's settings say of all
 */
public record FeatureSettings(Optional<FeatureKind> kind, boolean monitor, Optional<Keep> keep) {
    public static FeatureSettings withDefaults() {
        return new FeatureSettings(Optional.empty(), true, Optional.empty());
    }
}
