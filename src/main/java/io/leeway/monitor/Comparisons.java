package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last window of a model beside each of its references: a version and all versions are asked for one after the other. */
final class Comparisons {
    private final Model model;
    private final Map<String, Compared> latest = new HashMap<>();

    Comparisons(Model model) {
        this.model = model;
    }

    /** The columns of a window, which is not changed any more, beside a reference. */
    Compared of(Profile window, Watched reference) {
        Compared compared = Optional.ofNullable(latest.get(reference.name()))
                .filter(last -> last.isOf(window, reference.comparison()))
                .orElseGet(() -> new Compared(model, window, reference.comparison()));
        latest.put(reference.name(), compared);
        return compared;
    }
}
