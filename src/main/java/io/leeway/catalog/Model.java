package io.leeway.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A watched model: what its owner said of it and what was inferred from what arrived.
 *
 * @param task as set, else as inferred; empty before the first row
 * @param positive the positive class of a binary task; empty for other tasks and while unknown
 * @param kinds the kind of every feature seen so far, as set or as inferred
 */
public record Model(
        String name,
        ModelSettings settings,
        Optional<Task> task,
        Optional<String> positive,
        Map<String, FeatureKind> kinds) {
    public Model {
        kinds = Map.copyOf(kinds);
    }

    /** A model of which only the settings are known. */
    public static Model of(String name, ModelSettings settings) {
        return new Model(name, settings, settings.task(), settings.positive(), Map.of());
    }

    /** The kind of a feature, if it is watched and known. Where values are not kept there are categories only. */
    public Optional<FeatureKind> kind(String feature) {
        return settings.feature(feature).monitor()
                ? knownKind(feature).map(kind -> kept(feature, kind))
                : Optional.empty();
    }

    private Optional<FeatureKind> knownKind(String feature) {
        return settings.feature(feature).kind().or(() -> Optional.ofNullable(kinds.get(feature)));
    }

    private FeatureKind kept(String feature, FeatureKind kind) {
        return settings.keep(feature) == Keep.VALUE ? kind : FeatureKind.CATEGORICAL;
    }
}
