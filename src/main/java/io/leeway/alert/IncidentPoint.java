package io.leeway.alert;

import io.leeway.series.Point;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A change of an incident as a point of the series {@code incident}, which boards draw as a mark. */
public final class IncidentPoint {
    private IncidentPoint() {}

    /** The point at the end of the window that brought the change; none where only numbers changed. */
    public static Optional<Point> of(IncidentChange change) {
        if (change.kind() == IncidentChange.Kind.UPDATED) {
            return Optional.empty();
        }
        Incident incident = change.incident();
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", incident.model());
        tags.put("version", incident.version());
        tags.put("rule", incident.rule());
        tags.put("level", incident.level().text());
        Map<String, Object> fields = Map.of(
                "state", incident.state().text(), "reason", change.reason().text(), "text", incident.title());
        return Optional.of(new Point("incident", at(incident.span()), tags, fields));
    }

    private static Instant at(Span span) {
        return span.members().stream()
                .map(member -> member.episode().latest().end())
                .max(Comparator.naturalOrder())
                .orElse(span.opened());
    }
}
