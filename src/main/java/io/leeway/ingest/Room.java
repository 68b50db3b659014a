package io.leeway.ingest;

import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is room for another model, and in a model for what a baseline brings with it. Only looks.
 *
 * @param models those that exist, by name
 */
record Room(Map<String, ModelState> models, Allowed allowed) {
    /** Refuses a new model where there are as many as may be. */
    void checkModel(String name) {
        if (!models.containsKey(name) && models.size() >= allowed.most(Limit.MODELS)) {
            throw IntakeException.beyond(
                    Limit.MODELS,
                    "There are " + allowed.most(Limit.MODELS)
                            + " models already: use one of them, or raise limits.models.");
        }
    }

    /** Refuses a baseline with more features than may be, or for one version too many. */
    void checkBaseline(Optional<String> version, Batch rows) {
        checkModel(rows.model());
        Optional<ModelState> known = Optional.ofNullable(models.get(rows.model()));
        checkFeatures(known.map(it -> it.model().kinds().keySet()).orElse(Set.of()), rows);
        checkVersion(known.map(it -> it.references().keySet()).orElse(Set.of()), version);
    }

    /** Those of {@code named} that are new and for which there is no room beside the known. */
    static Set<String> surplus(Set<String> known, List<String> named, long most) {
        Set<String> all = new HashSet<>(known);
        Set<String> surplus = new HashSet<>();
        for (String name : named) {
            if (all.size() < most) {
                all.add(name);
            } else if (!all.contains(name)) {
                surplus.add(name);
            }
        }
        return surplus;
    }

    private void checkFeatures(Set<String> known, Batch rows) {
        List<String> named = rows.features().stream().map(ValueColumn::name).toList();
        if (!surplus(known, named, allowed.most(Limit.FEATURES)).isEmpty()) {
            throw IntakeException.beyond(
                    Limit.FEATURES,
                    "With this baseline the model would have more than " + allowed.most(Limit.FEATURES)
                            + " features: send fewer columns, or raise limits.features.");
        }
    }

    private void checkVersion(Set<String> known, Optional<String> version) {
        if (!surplus(known, version.stream().toList(), allowed.most(Limit.VERSIONS))
                .isEmpty()) {
            throw IntakeException.beyond(
                    Limit.VERSIONS,
                    "The model has baselines for " + allowed.most(Limit.VERSIONS)
                            + " versions already: leave version out, or raise limits.versions.");
        }
    }
}
