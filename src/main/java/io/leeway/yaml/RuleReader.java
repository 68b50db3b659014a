package io.leeway.yaml;

import io.leeway.alert.Derivation;
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
import java.util.stream.Stream;

/** Reads the rules of a file. */
final class RuleReader {
    /** The first is that of a rule that does not say. */
    private static final List<RuleKind> KINDS =
            List.of(new ThresholdKind(), new AbsenceKind(), new FreshnessKind(), new BurnRateKind());

    private static final List<String> KEYS = List.of(
            "rule",
            "kind",
            "title",
            "owner",
            "means",
            "runbook",
            "watch",
            "incident_per",
            "trust",
            "levels",
            "clear",
            "flapping",
            "hold_back_while",
            "confirmed_by",
            "show",
            "do");

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
        Optional<RuleKind> kind = rule.keys().contains("kind")
                ? rule.text("kind").flatMap(text -> text.oneOf(KINDS, RuleKind::name))
                : Optional.of(KINDS.get(0));
        return kind.flatMap(this::read);
    }

    private Optional<Read> read(RuleKind kind) {
        rule.only(Stream.concat(KEYS.stream(), kind.keys().stream()).toArray(String[]::new));
        Optional<String> name = rule.needed("rule").map(Text::value).filter(this::plainName);
        Optional<Watch> watch = rule.section("watch").flatMap(section -> watch(section, kind));
        if (!rule.keys().contains("watch")) {
            rule.problem("watch is missing here, such as {measurement: drift, window: 1d, per: [model, feature]}");
        }
        if (name.isEmpty() || watch.isEmpty()) {
            return Optional.empty();
        }
        return read(name.get(), watch.get(), kind);
    }

    private Optional<Read> read(String name, Watch watch, RuleKind kind) {
        Trust written = defaults.trust(rule);
        Derivation derivation = kind.derivation(rule, watch, written);
        FigureNames figures = Watchable.of(watch.measurement()).figures().with(derivation.names());
        List<String> incidentPer = incidentPer(watch);
        SortedMap<Level, List<Trigger>> levels = levels(kind, figures);
        Optional<Rule.Wording> wording = new WordingReader(rule, defaults, figures, incidentPer).wording(name);
        if (levels.isEmpty() || wording.isEmpty()) {
            return Optional.empty();
        }
        Optional<Trigger> clear = rule.section("clear").flatMap(section -> TriggerReader.trigger(section, figures));
        Trigger clearing = clear.orElseGet(() -> kind.clear(levels));
        Rule read = new Rule(name, watch, incidentPer, kind.trust(rule, written), levels, clearing, wording.get());
        Sense.check(rule, read);
        return Optional.of(new Read(
                read.heldBackWhile(holdBackWhile())
                        .confirmedBy(rule.text("confirmed_by").map(Text::value))
                        .flapping(FlappingReader.flapping(rule))
                        .deriving(derivation),
                rule));
    }

    private boolean plainName(String name) {
        boolean plain = name.matches("[a-z][a-z0-9-]{0,62}");
        if (!plain) {
            rule.problem("rule", "a rule is named by lower case letters, digits and '-', not " + name);
        }
        return plain;
    }

    private Optional<Watch> watch(Section section, RuleKind kind) {
        return WatchReader.watch(
                section,
                kind.measurements(),
                defaults.models().stream().map(Glob::new).toList());
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

    private SortedMap<Level, List<Trigger>> levels(RuleKind kind, FigureNames figures) {
        SortedMap<Level, List<Trigger>> levels = new TreeMap<>();
        Optional<Section> section = rule.section("levels");
        if (section.isEmpty()) {
            rule.problem("levels", "levels is missing here, such as {warning: {when: \"psi > 0.2\"}}");
            return levels;
        }
        section.get().only("warning", "critical");
        for (Level level : Level.values()) {
            List<Trigger> triggers = section.get().sections(level.text()).stream()
                    .flatMap(each -> kind.trigger(each, figures).stream())
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
