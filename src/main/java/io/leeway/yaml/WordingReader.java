package io.leeway.yaml;

import io.leeway.alert.FigureNames;
import io.leeway.alert.Rule;
import io.leeway.alert.Title;
import io.leeway.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what a rule tells a person. */
final class WordingReader {
    private final Section rule;
    private final Defaults defaults;
    private final FigureNames figures;
    private final List<String> labels;

    WordingReader(Section rule, Defaults defaults, FigureNames figures, List<String> labels) {
        this.rule = rule;
        this.defaults = defaults;
        this.figures = figures;
        this.labels = labels;
    }

    Optional<Rule.Wording> wording(String name) {
        Optional<Title> title = rule.needed("title").flatMap(this::title);
        Optional<String> owner = rule.text("owner").map(Text::value).or(defaults::owner);
        if (owner.isEmpty()) {
            rule.problem("owner is missing here and in defaults; it names a receiver of " + AlertFiles.RECEIVERS);
        }
        if (title.isEmpty() || owner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule.Wording(
                title.get(),
                owner.get(),
                rule.text("means").map(Text::value).orElse(""),
                rule.texts("show").stream().flatMap(this::figure).toList(),
                rule.texts("do").stream().map(Text::value).toList(),
                runbook(name)));
    }

    private Optional<Title> title(Text text) {
        Title title = new Title(text.value());
        title.unknownFilter()
                .ifPresent(filter -> text.problem(
                        Math.max(0, text.value().indexOf("|" + filter)),
                        "|" + filter + " is not known here; " + Suggestion.sentence(filter, Title.filters())));
        Optional<String> unknown = title.unknownName(labels, figures);
        unknown.ifPresent(name -> {
            Set<String> known = new TreeSet<>(labels);
            known.addAll(Title.GROUP_NAMES);
            known.addAll(figures.all());
            text.problem(
                    Math.max(0, text.value().indexOf("{" + name)),
                    "{" + name + "} is not known here; "
                            + Suggestion.nearest(name, known)
                                    .map(near -> "did you mean {" + near + "}?")
                                    .orElse("there is " + String.join(", ", Title.GROUP_NAMES) + ", the labels of"
                                            + " incident_per and the figures of the measurement"));
        });
        return unknown.isPresent() ? Optional.empty() : Optional.of(title);
    }

    private Stream<String> figure(Text text) {
        Optional<String> stored = figures.stored(text.value());
        if (stored.isEmpty()) {
            text.problem("there is no figure " + text.value() + " here; " + figures.suggestion(text.value()));
        }
        return stored.stream();
    }

    private Optional<String> runbook(String name) {
        return rule.text("runbook").map(Text::value).or(defaults::runbook).map(link -> link.replace("{rule}", name));
    }
}
