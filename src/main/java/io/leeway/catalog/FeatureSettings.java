package io.leeway.catalog;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the owner says of one feature.
 *
 * @param kind empty: inferred from the first value that arrives
 * @param monitor whether it is profiled and judged
 * @param keep what may be kept of its values; empty: what the model's settings say of all
 * @param importance how much the model makes of it, 0 or more, on whatever scale; empty: not known
 */
public record FeatureSettings(
        Optional<FeatureKind> kind, boolean monitor, Optional<Keep> keep, OptionalDouble importance) {
    /** One of which it is not known how much the model makes of it. */
    public FeatureSettings(Optional<FeatureKind> kind, boolean monitor, Optional<Keep> keep) {
        this(kind, monitor, keep, OptionalDouble.empty());
    }

    public static FeatureSettings withDefaults() {
        return new FeatureSettings(Optional.empty(), true, Optional.empty());
    }
}
