package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Incidents that nothing watches any more: their rule is gone or looks at their model no more, or the model is gone. */
final class Orphans {
    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    void add(Incident incident) {
        incidents.put(incident.id(), incident);
    }

    Collection<Incident> all() {
        return incidents.values();
    }

    /** Ends those that are open, by what the rules of now are. */
    List<IncidentChange> end(Map<String, Rule> rules) {
        return end(Incident::open, incident -> why(incident, Optional.ofNullable(rules.get(incident.rule()))));
    }

    /** Ends those of a model that is erased. That those are gone which were over is noted, for whoever opens the book again. */
    List<IncidentChange> erase(String model) {
        return end(
                incident -> incident.model().equals(model)
                        && incident.state() != Incident.State.WITHDRAWN
                        && incident.reason() != Reason.MODEL_DELETED,
                incident -> Reason.MODEL_DELETED);
    }

    private List<IncidentChange> end(Predicate<Incident> which, Function<Incident, Reason> why) {
        List<IncidentChange> changes = incidents.values().stream()
                .filter(which)
                .map(incident -> ended(incident, why.apply(incident)))
                .toList();
        changes.forEach(change -> add(change.incident()));
        return changes;
    }

    private static Reason why(Incident incident, Optional<Rule> rule) {
        if (rule.isEmpty()) {
            return Reason.NO_LONGER_WATCHED;
        }
        return rule.get().watch().selects(incident.model()) ? Reason.RULE_CHANGED : Reason.MODEL_LEFT_OUT;
    }

    /** What nobody was told of, or was told to be over, is not told now. */
    private static IncidentChange ended(Incident incident, Reason why) {
        boolean told = incident.open() && !Belated.isUntold(incident);
        return new IncidentChange(
                told ? IncidentChange.Kind.RESOLVED : IncidentChange.Kind.NOTED,
                why,
                incident.withState(Incident.State.RESOLVED, why));
    }

    /**
     * Forgets those that were over so long before the newest window of their model, or of any where there is none of it.
     *
     * @param newest the end of the newest window of each model
     */
    List<Incident> dropOlderThan(Duration keep, Map<String, Instant> newest) {
        Optional<Instant> ofAny = newest.values().stream().max(Comparator.naturalOrder());
        List<Incident> dropped = incidents.values().stream()
                .filter(incident -> Optional.ofNullable(newest.get(incident.model()))
                        .or(() -> ofAny)
                        .filter(end -> incident.isOverBefore(end.minus(keep)))
                        .isPresent())
                .toList();
        dropped.forEach(incident -> incidents.remove(incident.id()));
        return dropped;
    }
}
