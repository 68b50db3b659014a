package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rules, what they have found, and the incidents that follow from it. Windows may come in any order, in any batches,
 * late, revised and more than once: the end is the same. What it says must be remembered is enough to open it again. Not
 * safe for threads.
 */
public final class IncidentBook {
    private static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::end)
            .thenComparing(Observation::measurement)
            .thenComparing(Observation::tags);

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<GroupKey, Group> groups =
            new TreeMap<>(Comparator.comparing(GroupKey::rule).thenComparing(GroupKey::labels));
    private final List<Incident> orphans = new ArrayList<>();
    private final Versions versions = new Versions();
    private final Map<String, Instant> newest = new HashMap<>();

    /** A book with nothing in it. */
    public IncidentBook(Collection<Rule> rules) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
    }

    /** The book in which a rule changed stays as far as its windows are still of use. */
    public static IncidentBook reopened(Collection<Rule> rules, Memory memory) {
        IncidentBook book = new IncidentBook(rules);
        memory.windows().forEach(book::restore);
        memory.bases().forEach(book::restore);
        memory.incidents().forEach(book::restore);
        book.groups.values().forEach(Group::replay);
        return book;
    }

    /** Judges windows that are new or have changed; open ones are left out. */
    public Outcome accept(Collection<Observation> windows) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        Map<Instant, List<Observation>> byEnd = windows.stream()
                .filter(Observation::closed)
                .sorted(BY_TIME)
                .collect(Collectors.groupingBy(Observation::end, TreeMap::new, Collectors.toList()));
        byEnd.forEach((end, together) -> accept(end, together, outcome));
        return outcome;
    }

    /** Ends the open incidents of rules that are gone, or look at their models no more. */
    public List<IncidentChange> endOrphans() {
        List<IncidentChange> changes = orphans.stream()
                .filter(Incident::open)
                .map(incident -> incident.withState(Incident.State.RESOLVED, Reason.NO_LONGER_WATCHED))
                .map(incident -> new IncidentChange(IncidentChange.Kind.RESOLVED, Reason.NO_LONGER_WATCHED, incident))
                .toList();
        changes.forEach(change -> orphans.replaceAll(
                incident -> incident.id().equals(change.incident().id()) ? change.incident() : incident));
        return changes;
    }

    /**
     * Forgets incidents that were over so long before the newest window of their model. One that windows still kept would
     * find again stays until they are forgotten.
     */
    public List<Incident> dropOlderThan(Duration keep) {
        List<Incident> dropped = new ArrayList<>();
        newest.forEach((model, end) -> {
            Instant cut = end.minus(keep);
            groups.values().stream()
                    .filter(group -> group.model().equals(model))
                    .forEach(group -> dropped.addAll(group.dropOverBefore(cut)));
            orphans.stream()
                    .filter(incident -> incident.model().equals(model) && incident.isOverBefore(cut))
                    .forEach(dropped::add);
        });
        orphans.removeAll(dropped);
        return dropped;
    }

    public Optional<Rule> rule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** All incidents, those that opened last first. */
    public List<Incident> incidents() {
        List<Incident> all = new ArrayList<>(orphans);
        groups.values().forEach(group -> all.addAll(group.incidents()));
        all.sort(Comparator.<Incident, Instant>comparing(
                        incident -> incident.span().opened())
                .reversed()
                .thenComparing(Incident::id));
        return all;
    }

    private void accept(Instant end, List<Observation> windows, Outcome outcome) {
        for (Rule rule : rules.values()) {
            Set<Group> touched = new LinkedHashSet<>();
            for (Observation window : windows) {
                if (rule.watch().includes(window)) {
                    List<Retention> kept = instance(rule, window).accept(window);
                    outcome.memory().addAll(kept);
                    if (!kept.isEmpty()) {
                        touched.add(group(rule, window));
                    }
                }
            }
            touched.addAll(versions.retire());
            touched.forEach(group -> outcome.incidents()
                    .addAll(group.reconcile(group.isPast(end), newest.getOrDefault(group.model(), end))));
        }
    }

    /** The instance that a window is of. */
    private History instance(Rule rule, Observation window) {
        Tags instance = rule.watch().instance(window);
        Group group = group(rule, window);
        versions.seen(rule, instance, group, window.end());
        newest.merge(group.model(), window.end(), (a, b) -> a.isAfter(b) ? a : b);
        return group.member(instance);
    }

    private Group group(Rule rule, Observation window) {
        return group(rule, window.tags().only(rule.incidentPer()));
    }

    private Group group(Rule rule, Tags labels) {
        return groups.computeIfAbsent(new GroupKey(rule.name(), labels), key -> new Group(rule, labels));
    }

    private void restore(Retention.Keep kept) {
        Rule rule = rules.get(kept.rule());
        if (rule != null && rule.watch().includes(kept.window())) {
            instance(rule, kept.window()).restore(kept.window());
        }
    }

    private void restore(Retention.Rebase base) {
        Rule rule = rules.get(base.rule());
        if (rule != null
                && rule.watch().selects(base.instance().get("model"))
                && base.instance()
                        .values()
                        .keySet()
                        .equals(Set.copyOf(rule.watch().per()))) {
            group(rule, base.instance().only(rule.incidentPer()))
                    .member(base.instance())
                    .restore(base.base());
        }
    }

    private void restore(Incident incident) {
        Rule rule = rules.get(incident.rule());
        if (rule != null
                && rule.watch().selects(incident.model())
                && incident.labels().values().keySet().equals(Set.copyOf(rule.incidentPer()))) {
            group(rule, incident.labels()).restore(incident);
        } else {
            orphans.add(incident);
        }
    }

    private record GroupKey(String rule, Tags labels) {}

    /** What is needed to open the book again. */
    public record Memory(List<Retention.Keep> windows, List<Retention.Rebase> bases, List<Incident> incidents) {}

    /**
     * What came of some windows.
     *
     * @param incidents in the order of the windows that changed them
     * @param memory what to remember and to forget, in this order
     */
    public record Outcome(List<IncidentChange> incidents, List<Retention> memory) {}
}
