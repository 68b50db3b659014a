package io.leeway.yaml;

import io.leeway.alert.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the rules of a file need not repeat. */
record Defaults(List<String> models, Optional<String> owner, Optional<String> runbook, Trust trust) {
    static Defaults of(Section file) {
        Optional<Section> section = file.section("defaults");
        section.ifPresent(defaults -> defaults.only("select", "owner", "runbook", "trust"));
        return new Defaults(
                section.flatMap(defaults -> defaults.section("select"))
                        .map(Defaults::models)
                        .orElse(List.of("*")),
                value(section, "owner"),
                value(section, "runbook"),
                section.flatMap(defaults -> defaults.section("trust"))
                        .map(trust -> trust(trust, Trust.ANY))
                        .orElse(Trust.ANY));
    }

    /** The trust of a rule: what it does not say is that of the file. */
    Trust trust(Section rule) {
        return rule.section("trust").map(section -> trust(section, trust)).orElse(trust);
    }

    private static List<String> models(Section select) {
        select.only("model");
        List<String> models = select.texts("model").stream().map(Text::value).toList();
        if (models.isEmpty()) {
            select.problem("model", "select needs a model, such as {model: \"credit-*\"}");
        }
        return models;
    }

    private static Trust trust(Section section, Trust otherwise) {
        section.only("min_samples", "min_label_coverage", "notify_late");
        long samples = section.text("min_samples")
                .map(text -> text.whole(0, 1_000_000_000_000L).orElse(0))
                .orElse(otherwise.minSamples());
        double coverage = section.text("min_label_coverage")
                .map(text -> text.share().orElse(0))
                .orElse(otherwise.minLabelCoverage());
        Optional<Duration> late = section.text("notify_late").flatMap(Text::duration);
        return new Trust(samples, coverage, late.or(otherwise::notifyLate));
    }

    private static Optional<String> value(Optional<Section> section, String key) {
        return section.flatMap(defaults -> defaults.text(key)).map(Text::value);
    }
}
