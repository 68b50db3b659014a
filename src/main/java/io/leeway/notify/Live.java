package io.leeway.notify;

import io.leeway.alert.Incident;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The incidents that are open, or over and not told to everybody, and the open ones by rule and model: thousands may be open
 * at once, and each asks what explains it. Not safe for threads.
 */
final class Live {
    private final Map<String, Incident> all = new TreeMap<>();
    private final Map<About, Map<String, Incident>> open = new HashMap<>();

    void put(Incident incident) {
        all.put(incident.id(), incident);
        Map<String, Incident> like = open.computeIfAbsent(About.of(incident), unused -> new TreeMap<>());
        if (incident.open()) {
            like.put(incident.id(), incident);
        } else {
            forget(incident, like);
        }
    }

    void remove(String id) {
        Optional.ofNullable(all.remove(id))
                .ifPresent(incident -> forget(incident, open.getOrDefault(About.of(incident), new TreeMap<>())));
    }

    Collection<Incident> all() {
        return all.values();
    }

    /** All open incidents. */
    List<Incident> open() {
        return all.values().stream().filter(Incident::open).toList();
    }

    Optional<Incident> open(String id) {
        return Optional.ofNullable(all.get(id)).filter(Incident::open);
    }

    /** The open incidents of some rules about what an incident is about. */
    Stream<Incident> causes(Incident incident, List<String> rules) {
        return rules.stream()
                .flatMap(rule -> open.getOrDefault(new About(rule, incident.model()), Map.of()).values().stream())
                .filter(cause -> cause.concerns(incident));
    }

    private void forget(Incident incident, Map<String, Incident> like) {
        like.keySet().remove(incident.id());
        if (like.isEmpty()) {
            open.keySet().remove(About.of(incident));
        }
    }

    private record About(String rule, String model) {
        static About of(Incident incident) {
            return new About(incident.rule(), incident.model());
        }
    }
}
