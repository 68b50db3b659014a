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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Groups groups;
    private final Map<PlaceKey, Place> places = new HashMap<>();
    private final Orphans orphans = new Orphans();
    private final Versions versions = new Versions();
    private final Map<String, Instant> newest = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();
    private final List<Retention> outdated = new ArrayList<>();
    private final Set<History> judged = new LinkedHashSet<>();

    /** A book with nothing in it, which is not opened again. */
    public IncidentBook(Collection<Rule> rules) {
        this(rules, Shelf.NONE);
    }

    private IncidentBook(Collection<Rule> rules, Shelf shelf) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
        this.groups = new Groups(shelf);
    }

    /**
     * The book in which a rule changed stays as far as its windows are still of use: they are judged anew. The instances of
     * the others go on where they stood, and their windows stay where they are until they are needed.
     */
    public static IncidentBook reopened(Collection<Rule> rules, Memory memory) {
        IncidentBook book = new IncidentBook(rules, memory.shelf());
        memory.judged().keySet().stream()
                .filter(rule -> !book.rules.containsKey(rule))
                .forEach(rule -> book.outdated.add(new Retention.Unjudged(rule)));
        book.rules.values().stream()
                .filter(rule -> !rule.toString().equals(memory.judged().get(rule.name())))
                .map(Rule::name)
                .forEach(book.changed::add);
        memory.bases().forEach(book::restore);
        memory.heads().forEach(book::restore);
        book.changed.forEach(rule -> memory.shelf().windows(rule).forEach(window -> book.restore(rule, window)));
        book.groups.of(book.changed).forEach(group -> book.judged.addAll(group.replay()));
        memory.incidents().forEach(book::restore);
        Set<Group> unused = book.versions.retire();
        return book;
    }

    /**
     * What is to be remembered once a book has been opened, and forgotten: where the instances of changed rules stand, and the
     * windows at which those do not look any more.
     */
    public List<Retention> settle() {
        List<Retention> settled = new ArrayList<>(outdated);
        rules.values().stream()
                .filter(rule -> changed.contains(rule.name()))
                .forEach(rule -> settled.add(new Retention.Judged(rule.name(), rule.toString())));
        groups.of(changed).forEach(group -> settled.addAll(group.remembered()));
        outdated.clear();
        changed.clear();
        return settled;
    }

    /**
     * Judges windows that are new or have changed; open ones are left out. What was to be remembered after the call before
     * must be on the shelf by now, else the book must be opened again.
     */
    public Outcome accept(Collection<Observation> windows) {
        judged.forEach(History::release);
        judged.clear();
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        Map<Instant, List<Observation>> byEnd = windows.stream()
                .filter(Observation::closed)
                .sorted(BY_TIME)
                .collect(Collectors.groupingBy(Observation::end, TreeMap::new, Collectors.toList()));
        byEnd.forEach((end, together) -> accept(end, together, outcome));
        return outcome;
    }

    /**
     * Brings the incidents in line with rules that say something else than they did when the book was last open. What the rules
     * made of the windows before is made of them again, so that a second time changes nothing.
     */
    public List<IncidentChange> followChangedRules() {
        return groups.of(changed).stream()
                .flatMap(group -> group.underChangedRule().stream())
                .toList();
    }

    /** Ends the open incidents of rules that are gone, or look at their models no more. */
    public List<IncidentChange> endOrphans() {
        return orphans.end(rules);
    }

    /** Ends the incidents of a model, of which nothing more is known than those. */
    public List<IncidentChange> erase(String model) {
        List<Group> gone = groups.forget(model);
        gone.forEach(group -> group.incidents().forEach(orphans::add));
        places.values().removeIf(place -> gone.contains(place.group()));
        versions.forget(gone);
        newest.remove(model);
        return orphans.erase(model);
    }

    /**
     * Forgets incidents that were over so long before the newest window of their model, or of any where there is none of it
     * any more. One that windows still kept would find again stays until they are forgotten.
     */
    public List<Incident> dropOlderThan(Duration keep) {
        List<Incident> dropped = new ArrayList<>(orphans.dropOlderThan(keep, newest));
        newest.forEach((model, end) ->
                groups.about(model).forEach(group -> dropped.addAll(group.dropOverBefore(end.minus(keep)))));
        return dropped;
    }

    public Optional<Rule> rule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** All incidents, those that opened last first. */
    public List<Incident> incidents() {
        List<Incident> all = new ArrayList<>(orphans.all());
        groups.all().forEach(group -> all.addAll(group.incidents()));
        all.sort(Comparator.<Incident, Instant>comparing(
                        incident -> incident.span().opened())
                .reversed()
                .thenComparing(Incident::id));
        return all;
    }

    private void accept(Instant end, List<Observation> windows, Outcome outcome) {
        Set<Group> all = new LinkedHashSet<>();
        for (Rule rule : rules.values()) {
            Set<Group> touched = new LinkedHashSet<>();
            for (Observation window : windows) {
                place(rule, window).ifPresent(place -> {
                    List<Retention> kept = place.accept(window);
                    outcome.memory().addAll(kept);
                    if (!kept.isEmpty()) {
                        judged.add(place.history());
                        touched.add(place.group());
                    }
                });
            }
            touched.addAll(versions.retire());
            touched.forEach(group -> outcome.incidents()
                    .addAll(group.reconcile(group.isPast(end), newest.getOrDefault(group.model(), end))));
            all.addAll(touched);
        }
        Instant since = windows.stream()
                .map(Observation::start)
                .min(Comparator.naturalOrder())
                .orElse(end);
        all.stream()
                .map(Group::model)
                .distinct()
                .map(model -> new Labelled(groups.about(model)))
                .forEach(model -> outcome.incidents().addAll(model.confirm(all, since, judged)));
    }

    /** The instance that a window is of; empty if the rule does not look at it. */
    private Optional<Place> place(Rule rule, Observation window) {
        if (!window.measurement().equals(rule.watch().measurement())) {
            return Optional.empty();
        }
        PlaceKey key = new PlaceKey(rule.name(), window.tags());
        Optional<Place> known = Optional.ofNullable(places.get(key))
                .or(() -> Optional.of(window)
                        .filter(rule.watch()::includes)
                        .map(unused -> place(rule, rule.watch().instance(window))));
        known.ifPresent(place -> {
            places.putIfAbsent(key, place);
            newest.merge(place.group().model(), window.end(), IncidentBook::later);
            if (window.n() > 0) {
                versions.seen(rule, place.instance(), place.group(), window.end());
            }
        });
        return known;
    }

    private Place place(Rule rule, Tags instance) {
        Group group = groups.of(rule, instance);
        return new Place(group, instance, group.member(instance));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void restore(String name, Observation window) {
        Rule rule = Objects.requireNonNull(rules.get(name));
        place(rule, window)
                .ifPresentOrElse(
                        place -> place.history().restore(window),
                        () -> outdated.add(new Retention.Forget(name, window.tags(), window.end())));
    }

    private void restore(Retention.Stand stand) {
        Rule rule = rules.get(stand.rule());
        if (rule != null && !changed.contains(rule.name())) {
            Place place = place(rule, stand.instance());
            newest.merge(place.group().model(), stand.head().stand().end(), IncidentBook::later);
            stand.head().seen().ifPresent(seen -> versions.seen(rule, place.instance(), place.group(), seen.end()));
            place.history().restore(stand.head());
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
            groups.of(rule, base.instance()).member(base.instance()).restore(base.base());
        }
    }

    private void restore(Incident incident) {
        Rule rule = rules.get(incident.rule());
        if (rule != null
                && incident.reason() != Reason.MODEL_DELETED
                && rule.watch().selects(incident.model())
                && incident.labels().values().keySet().equals(Set.copyOf(rule.incidentPer()))) {
            groups.of(rule, incident.labels()).restore(incident);
        } else {
            orphans.add(incident);
        }
    }

    private record PlaceKey(String rule, Tags tags) {}

    /** An instance, and the group it is in. */
    private record Place(Group group, Tags instance, History history) {
        List<Retention> accept(Observation window) {
            return history.accept(window);
        }
    }

    /**
     * What is needed to open the book again.
     *
     * @param judged the words of each rule by which what is remembered of it was judged
     */
    public record Memory(
            Shelf shelf,
            Map<String, String> judged,
            List<Retention.Stand> heads,
            List<Retention.Rebase> bases,
            List<Incident> incidents) {}

    /**
     * What came of some windows.
     *
     * @param incidents in the order of the windows that changed them
     * @param memory what to remember and to forget, in this order
     */
    public record Outcome(List<IncidentChange> incidents, List<Retention> memory) {}
}
