package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents that nothing watches any more: their rule is gone or looks at their model no more, or the model is gone. */
final class Orphans {
    private final List<Incident> incidents = new ArrayList<>();

    void add(Incident incident) {
        incidents.add(incident);
    }

    Collection<Incident> all() {
        return incidents;
    }

    /** Ends those that are open. */
    List<IncidentChange> end(Reason why) {
        List<IncidentChange> changes = incidents.stream()
                .filter(Incident::open)
                .map(incident -> incident.withState(Incident.State.RESOLVED, why))
                .map(incident -> new IncidentChange(IncidentChange.Kind.RESOLVED, why, incident))
                .toList();
        changes.forEach(change -> incidents.replaceAll(
                incident -> incident.id().equals(change.incident().id()) ? change.incident() : incident));
        return changes;
    }

    /**
     * Forgets those that were over so long before the newest window of their model, or of any where there is none of it.
     *
     * @param newest the end of the newest window of each model
     */
    List<Incident> dropOlderThan(Duration keep, Map<String, Instant> newest) {
        Optional<Instant> ofAny = newest.values().stream().max(Comparator.naturalOrder());
        List<Incident> dropped = incidents.stream()
                .filter(incident -> Optional.ofNullable(newest.get(incident.model()))
                        .or(() -> ofAny)
                        .filter(end -> incident.isOverBefore(end.minus(keep)))
                        .isPresent())
                .toList();
        incidents.removeAll(dropped);
        return dropped;
    }
}
