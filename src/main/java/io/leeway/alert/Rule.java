package io.leeway.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is watched, when it is bad, when it is well again, and what the reader of the mail is told.
 *
 * @param name stable: incidents and mail threads hang on it
 * @param incidentPer the tags that tell one incident from another, some of {@code watch.per}
 * @param levels at least one; a level is reached when any of its triggers is
 * @param holdBackWhile rules whose open incidents about the same model explain those of this one
 * @param confirmedBy the rule on labels that later confirms or refutes what this one finds
 * @param flapping when its turns are not told one by one
 * @param derivation what is worked out from several windows before any is judged
 */
public record Rule(
        String name,
        Watch watch,
        List<String> incidentPer,
        Trust trust,
        SortedMap<Level, List<Trigger>> levels,
        Trigger clear,
        Wording wording,
        List<String> holdBackWhile,
        Optional<String> confirmedBy,
        Flapping flapping,
        Derivation derivation) {
    public Rule {
        incidentPer = List.copyOf(incidentPer);
        holdBackWhile = List.copyOf(holdBackWhile);
        SortedMap<Level, List<Trigger>> copy = new TreeMap<>();
        levels.forEach((level, triggers) -> copy.put(level, List.copyOf(triggers)));
        levels = Collections.unmodifiableSortedMap(copy);
        if (levels.isEmpty() || !watch.per().containsAll(incidentPer)) {
            throw new IllegalArgumentException(name + " needs a level, and incident_per within per");
        }
    }

    /** A rule that no other one explains, and each turn of which is told. */
    public Rule(
            String name,
            Watch watch,
            List<String> incidentPer,
            Trust trust,
            SortedMap<Level, List<Trigger>> levels,
            Trigger clear,
            Wording wording) {
        this(
                name,
                watch,
                incidentPer,
                trust,
                levels,
                clear,
                wording,
                List.of(),
                Optional.empty(),
                Flapping.NEVER,
                Derivation.NONE);
    }

    /** The same rule, held back while one of these has an open incident about the same model. */
    public Rule heldBackWhile(List<String> rules) {
        return new Rule(
                name, watch, incidentPer, trust, levels, clear, wording, rules, confirmedBy, flapping, derivation);
    }

    /** The same rule, of whose incidents the labels that another one watches have the last word. */
    public Rule confirmedBy(Optional<String> other) {
        return new Rule(
                name, watch, incidentPer, trust, levels, clear, wording, holdBackWhile, other, flapping, derivation);
    }

    /** The same rule, whose turns are held when there are so many. */
    public Rule flapping(Flapping limits) {
        return new Rule(
                name,
                watch,
                incidentPer,
                trust,
                levels,
                clear,
                wording,
                holdBackWhile,
                confirmedBy,
                limits,
                derivation);
    }

    /** The same rule, whose conditions speak of figures that are worked out. */
    public Rule deriving(Derivation figures) {
        return new Rule(
                name, watch, incidentPer, trust, levels, clear, wording, holdBackWhile, confirmedBy, flapping, figures);
    }

    /** What clears a rule that does not say: one judged window that would not raise its mildest level. */
    public static Trigger clearedBy(SortedMap<Level, List<Trigger>> levels) {
        List<Condition> mildest = levels.getOrDefault(levels.firstKey(), List.of()).stream()
                .map(Trigger::when)
                .toList();
        return new Trigger(Condition.anyOf(mildest).negated(), Count.ONCE);
    }

    /** What raises a level; nothing if the rule does not have it. */
    public List<Trigger> triggers(Level level) {
        return levels.getOrDefault(level, List.of());
    }

    /** All triggers, those of the worst level first. */
    List<Trigger> worstFirst() {
        List<Trigger> all = new ArrayList<>();
        levels.values().forEach(triggers -> all.addAll(0, triggers));
        return all;
    }

    /** Every figure it needs of a window, to judge it and to tell of it. */
    Set<String> figures() {
        Set<String> all = new TreeSet<>(clear.when().figures());
        levels.values()
                .forEach(triggers ->
                        triggers.forEach(trigger -> all.addAll(trigger.when().figures())));
        for (String shown : wording.show()) {
            all.add(shown);
            all.add("baseline." + shown);
        }
        all.addAll(wording.title().figures());
        all.addAll(derivation.figures());
        all.add("label_coverage");
        all.add("n_labelled");
        return all;
    }

    /** How many windows may count together towards a level or a clearing; see {@link Count}. */
    int counting() {
        int most = levels.values().stream()
                .flatMap(List::stream)
                .mapToInt(trigger -> trigger.count().of())
                .max()
                .orElse(1);
        return 2 * Math.max(most, clear.count().of());
    }

    /** How many windows before a given one its judgement may depend on. */
    int memory() {
        return counting() + derivation.reach() - 1;
    }

    /**
     * What a person reads.
     *
     * @param owner the receiver who is told
     * @param means what it means for the users of the model; may be empty
     * @param show figures that are told beside those of the condition
     * @param steps what to do
     * @param runbook a link
     */
    public record Wording(
            Title title, String owner, String means, List<String> show, List<String> steps, Optional<String> runbook) {
        public Wording {
            show = List.copyOf(show);
            steps = List.copyOf(steps);
        }
    }
}
