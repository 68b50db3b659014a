package io.leeway.yaml;

import io.leeway.alert.FigureNames;
import io.leeway.alert.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * Ground truth that is late: {@code warning: {when: "coverage_14d < 80%"}}, {@code critical: {when: "since_last > 5d"}}. A
 * window says what share of the predictions then 1, 7, 14, 30 days old had their label in that time, and how long ago the
 * newest label became known.
 */
final class FreshnessKind implements RuleKind {
    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<String> measurements() {
        return List.of("labels");
    }

    @Override
    public Optional<Trigger> trigger(Section level, FigureNames figures) {
        return TriggerReader.trigger(level, figures);
    }
}
