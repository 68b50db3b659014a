package io.leeway.alert;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which incident each span of a group is.
 *
 * @param names the identifier of each span's incident, were it a new one
 * @param known the incident that a span is already
 */
record Matches(Map<Span, String> names, Map<Span, Incident> known) {
    static Matches of(Rule rule, Tags labels, List<Span> spans, Map<String, Incident> incidents) {
        Map<Span, String> names = names(rule, labels, spans);
        return new Matches(names, known(names, incidents));
    }

    /**
     * An incident is named by the first window that counted. Two that began with the same window, of which one was over
     * when the other opened, are told apart by when they opened.
     */
    private static Map<Span, String> names(Rule rule, Tags labels, List<Span> spans) {
        Map<Span, String> names = new LinkedHashMap<>();
        for (Span span : spans) {
            String usual = IncidentId.of(rule.name(), labels, span.breached());
            names.put(span, names.containsValue(usual) ? IncidentId.of(rule.name(), labels, span.opened()) : usual);
        }
        return names;
    }

    /** The incident of the span's own name, else one that overlaps and is nobody else's. */
    private static Map<Span, Incident> known(Map<Span, String> names, Map<String, Incident> incidents) {
        Map<Span, Incident> known = new HashMap<>();
        Map<String, Incident> free = new LinkedHashMap<>(incidents);
        names.forEach((span, id) -> {
            Incident same = free.remove(id);
            if (same != null) {
                known.put(span, same);
            }
        });
        for (Span span : names.keySet()) {
            if (!known.containsKey(span)) {
                overlapping(span, free.values()).ifPresent(incident -> {
                    known.put(span, incident);
                    free.remove(incident.id());
                });
            }
        }
        return known;
    }

    private static Optional<Incident> overlapping(Span span, Collection<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incident.state() != Incident.State.WITHDRAWN)
                .filter(incident -> incident.span().overlaps(span))
                .min(Comparator.comparing(incident -> incident.span().opened()));
    }
}
