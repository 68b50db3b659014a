package io.leeway.yaml;

import io.leeway.alert.FigureNames;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Trigger;
import io.leeway.alert.Trust;
import io.leeway.alert.Watch;
import io.leeway.alert.Watchable;
import io.leeway.text.Glob;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the rules of a file. */
final class RuleReader {
    private final Section rule;
    private final Defaults defaults;

    private RuleReader(Section rule, Defaults defaults) {
        this.rule = rule;
        this.defaults = defaults;
    }

    /** All rules of a file that can be understood. */
    static List<Read> rules(Section file) {
        file.only("version", "defaults", "rules");
        Versions.check(file);
        Defaults defaults = Defaults.of(file);
        List<Section> rules = file.sections("rules");
        if (rules.isEmpty()) {
            file.problem("rules", "rules must be a list of rules");
        }
        return rules.stream()
                .flatMap(section -> new RuleReader(section, defaults).read().stream())
                .toList();
    }

    private Optional<Read> read() {
        rule.only(
                "rule",
                "title",
                "owner",
                "means",
                "runbook",
                "watch",
                "incident_per",
                "trust",
                "levels",
                "clear",
                "hold_back_while",
                "show",
                "do");
        Optional<String> name = rule.needed("rule").map(Text::value).filter(this::plainName);
        Optional<Watch> watch = rule.section("watch").flatMap(this::watch);
        if (!rule.keys().contains("watch")) {
            rule.problem("watch is missing here, such as {measurement: drift, window: 1d, per: [model, feature]}");
        }
        if (name.isEmpty() || watch.isEmpty()) {
            return Optional.empty();
        }
        return read(name.get(), watch.get());
    }

    private Optional<Read> read(String name, Watch watch) {
        FigureNames figures = Watchable.of(watch.measurement()).figures();
        List<String> incidentPer = incidentPer(watch);
        Trust trust = defaults.trust(rule);
        SortedMap<Level, List<Trigger>> levels = levels(figures);
        Optional<Rule.Wording> wording = new WordingReader(rule, defaults, figures, incidentPer).wording(name);
        if (levels.isEmpty() || wording.isEmpty()) {
            return Optional.empty();
        }
        Optional<Trigger> clear = rule.section("clear").flatMap(section -> TriggerReader.trigger(section, figures));
        Trigger clearing = clear.orElseGet(() -> Rule.clearedBy(levels));
        Rule read = new Rule(name, watch, incidentPer, trust, levels, clearing, wording.get());
        return Optional.of(new Read(read.heldBackWhile(holdBackWhile()), rule));
    }

    private boolean plainName(String name) {
        boolean plain = name.matches("[a-z][a-z0-9-]{0,62}");
        if (!plain) {
            rule.problem("rule", "a rule is named by lower case letters, digits and '-', not " + name);
        }
        return plain;
    }

    private Optional<Watch> watch(Section section) {
        return WatchReader.watch(
                section, defaults.models().stream().map(Glob::new).toList());
    }

    private List<String> incidentPer(Watch watch) {
        if (!rule.keys().contains("incident_per")) {
            return watch.per();
        }
        return rule.texts("incident_per").stream()
                .flatMap(text -> text.oneOf(watch.per(), per -> per).stream())
                .toList();
    }

    private List<String> holdBackWhile() {
        return rule.texts("hold_back_while").stream().map(Text::value).toList();
    }

    private SortedMap<Level, List<Trigger>> levels(FigureNames figures) {
        SortedMap<Level, List<Trigger>> levels = new TreeMap<>();
        Optional<Section> section = rule.section("levels");
        if (section.isEmpty()) {
            rule.problem("levels", "levels is missing here, such as {warning: {when: \"psi > 0.2\"}}");
            return levels;
        }
        section.get().only("warning", "critical");
        for (Level level : Level.values()) {
            List<Trigger> triggers = section.get().sections(level.text()).stream()
                    .flatMap(each -> TriggerReader.trigger(each, figures).stream())
                    .toList();
            if (!triggers.isEmpty()) {
                levels.put(level, triggers);
            }
        }
        if (section.get().keys().isEmpty()) {
            section.get().problem("a rule needs the level warning or critical");
        }
        return levels;
    }

    /** A rule and where it stands. */
    record Read(Rule rule, Section section) {}
}
