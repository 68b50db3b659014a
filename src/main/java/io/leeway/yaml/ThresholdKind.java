package io.leeway.yaml;

import io.leeway.alert.FigureNames;
import io.leeway.alert.Trigger;
import io.leeway.alert.Watchable;
import java.util.List;
import java.util.Optional;

/** Figures of a window against limits: {@code warning: {when: "psi_test > threshold", for: {breaches: 2, of: 3}}}. */
final class ThresholdKind implements RuleKind {
    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public List<String> measurements() {
        return Watchable.NAMES;
    }

    @Override
    public Optional<Trigger> trigger(Section level, FigureNames figures) {
        return TriggerReader.trigger(level, figures);
    }
}
