package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The instances of a rule that share its incidents, and those incidents. Not safe for threads. */
final class Group {
    private final Rule rule;
    private final Tags labels;
    private final Belated belated;
    private final Shelf shelf;
    private final Map<Tags, History> members = new TreeMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    Group(Rule rule, Tags labels, Shelf shelf) {
        this.rule = rule;
        this.labels = labels;
        this.belated = new Belated(rule, labels);
        this.shelf = shelf;
    }

    History member(Tags instance) {
        return members.computeIfAbsent(instance, tags -> new History(rule, tags, shelf));
    }

    void restore(Incident incident) {
        incidents.put(incident.id(), incident);
    }

    Rule rule() {
        return rule;
    }

    /** Judges all windows of all members anew. */
    Collection<History> replay() {
        members().forEach(History::replay);
        return members();
    }

    Collection<History> members() {
        return members.values();
    }

    /** What is to be remembered of its members beside their windows. */
    List<Retention> remembered() {
        return members.values().stream()
                .flatMap(history -> history.remembered().stream())
                .toList();
    }

    Collection<Incident> incidents() {
        return incidents.values();
    }

    /** Whether a newer window than the one that ends at {@code end} has been seen. */
    boolean isPast(Instant end) {
        return members.values().stream()
                .flatMap(history -> history.newest().stream())
                .anyMatch(end::isBefore);
    }

    /**
     * Brings the incidents in line with the timelines.
     *
     * @param late whether what changed is not the newest window
     * @param newest the end of the newest window of the model
     */
    List<IncidentChange> reconcile(boolean late, Instant newest) {
        Matches matches = matches();
        Map<Span, Incident> known = matches.known();
        List<IncidentChange> changes = new ArrayList<>();
        Set<String> untold = ids(Belated::isUntold);
        Set<String> current = known.values().stream().map(Incident::id).collect(Collectors.toSet());
        incidents.values().stream()
                .filter(incident -> !current.contains(incident.id()) && refuted(incident))
                .map(incident -> incident.withState(Incident.State.WITHDRAWN, Reason.REVISED))
                .forEach(incident ->
                        changes.add(new IncidentChange(IncidentChange.Kind.WITHDRAWN, Reason.REVISED, incident)));
        matches.names().forEach((span, id) -> {
            Incident before = known.get(span);
            (before == null ? news(id, span, late) : changed(before, span, late)).ifPresent(changes::add);
        });
        changes.replaceAll(
                change -> late && belated.isTooLate(change.incident().span(), newest) ? change.noted() : change);
        changes.replaceAll(change -> untold.contains(change.incident().id()) ? belated.atLast(change, late) : change);
        changes.forEach(change -> restore(change.incident()));
        return changes;
    }

    /**
     * Brings the incidents in line with a rule that may have changed since they were found. What was over stays as it was told,
     * and what only the rule of now would have found in the past, or nobody has been told of, is noted and told to nobody.
     */
    List<IncidentChange> underChangedRule() {
        Set<String> quiet = ids(incident -> !incident.open() || Belated.isUntold(incident));
        List<IncidentChange> changes = reconcile(false, Instant.EPOCH).stream()
                .map(IncidentChange::ofChangedRule)
                .map(change -> !change.incident().open()
                                && quiet.contains(change.incident().id())
                        ? change.noted()
                        : change)
                .toList();
        changes.forEach(change -> restore(change.incident()));
        return changes;
    }

    private Set<String> ids(Predicate<Incident> which) {
        return incidents.values().stream().filter(which).map(Incident::id).collect(Collectors.toSet());
    }

    /** Whether the rule of another group has the last word of what this one finds, about the same things. */
    boolean isConfirmedBy(Group other) {
        return rule.confirmedBy().filter(other.rule.name()::equals).isPresent()
                && labels.values().entrySet().stream()
                        .allMatch(label -> label.getValue()
                                .equals(other.labels.values().getOrDefault(label.getKey(), label.getValue())));
    }

    /** The windows of its members that end behind an instant, judged, oldest first. */
    List<Judgement> judged(Instant since) {
        return members.values().stream()
                .flatMap(history -> history.judged(since).stream())
                .sorted(Comparator.comparing(judgement -> judgement.window().end()))
                .toList();
    }

    /** Notes what labels say of its incidents that were not over by an instant; returns those of which that is news. */
    List<IncidentChange> confirm(Instant since, Function<Span, Optional<Confirmation>> labels) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Incident incident : List.copyOf(incidents.values())) {
            if (incident.isSettled() || incident.isOverBefore(since) || Belated.isUntold(incident)) {
                continue;
            }
            labels.apply(incident.span())
                    .filter(said -> incident.confirmation()
                            .filter(known -> known.confirmed() == said.confirmed())
                            .isEmpty())
                    .ifPresent(said -> changes.add(confirmed(incident, said)));
        }
        changes.forEach(change -> restore(change.incident()));
        return changes;
    }

    private static IncidentChange confirmed(Incident incident, Confirmation said) {
        Incident after = incident.withState(incident.state(), said.reason()).with(Optional.of(said));
        return new IncidentChange(
                said.confirmed() ? IncidentChange.Kind.CONFIRMED : IncidentChange.Kind.REFUTED, said.reason(), after);
    }

    /** Forgets the incidents that were over before an instant, unless windows that are kept would find them again. */
    List<Incident> dropOverBefore(Instant instant) {
        if (incidents.values().stream().noneMatch(incident -> incident.isOverBefore(instant))) {
            return List.of();
        }
        Set<Incident> found = new HashSet<>();
        matches().known().forEach((span, incident) -> {
            if (!isPast(span)) {
                found.add(incident);
            }
        });
        List<Incident> dropped = incidents.values().stream()
                .filter(incident -> incident.isOverBefore(instant) && !found.contains(incident))
                .toList();
        dropped.forEach(incident -> incidents.remove(incident.id()));
        return dropped;
    }

    /** Whose model it is. */
    String model() {
        return labels.get("model");
    }

    private Matches matches() {
        return Matches.of(rule, labels, Span.of(episodes()), incidents);
    }

    private List<Member> episodes() {
        List<Member> all = new ArrayList<>();
        members.forEach((instance, history) ->
                history.episodes().forEach(episode -> all.add(new Member(instance.beside(labels), instance, episode))));
        return all;
    }

    /** Whether an incident without a span is contradicted, and not only older than the windows that are kept. */
    private boolean refuted(Incident incident) {
        return !incident.isSettled()
                && members.values().stream()
                        .allMatch(history ->
                                history.base().end().isBefore(incident.span().opened()));
    }

    /** What no window that is kept tells of was told long ago, and forgotten since. */
    private Optional<IncidentChange> news(String id, Span span, boolean late) {
        return isPast(span) ? Optional.empty() : Optional.of(found(id, span, late));
    }

    /** Whether all of it lies behind the windows that are kept. */
    private boolean isPast(Span span) {
        return span.members().stream().allMatch(member -> {
            Instant base = member(member.instance()).base().end();
            return member.episode()
                    .cleared()
                    .filter(cleared -> !cleared.isAfter(base))
                    .isPresent();
        });
    }

    private IncidentChange found(String id, Span span, boolean late) {
        boolean over = span.cleared().isPresent();
        Reason reason = late ? Reason.LATE_DATA : span.flapping() ? Reason.FLAPPING : Reason.BREACH;
        Incident incident = new Incident(
                id,
                rule.name(),
                labels,
                new Headline(rule, labels, members.size()).title(span),
                state(span),
                reason,
                members.size(),
                span,
                Optional.empty());
        return new IncidentChange(over ? IncidentChange.Kind.FOUND_LATE : IncidentChange.Kind.OPENED, reason, incident);
    }

    private Optional<IncidentChange> changed(Incident before, Span span, boolean late) {
        IncidentChange.Kind kind = Development.kind(before, span);
        Reason reason = isRetired(span) && kind == IncidentChange.Kind.RESOLVED
                ? Reason.VERSION_RETIRED
                : Development.reason(kind, late, before);
        Incident after = new Incident(
                before.id(),
                before.rule(),
                labels,
                before.title(),
                state(span),
                reason,
                members.size(),
                span,
                before.confirmation());
        return after.equals(before) ? Optional.empty() : Optional.of(new IncidentChange(kind, reason, after));
    }

    /** Whether what ended it was the end of a version. */
    private boolean isRetired(Span span) {
        return span.cleared().isPresent()
                && members.values().stream()
                        .anyMatch(history -> history.retired().equals(span.cleared()));
    }

    private static Incident.State state(Span span) {
        return span.cleared().isPresent() ? Incident.State.RESOLVED : Incident.State.OPEN;
    }
}
