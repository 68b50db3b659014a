package io.leeway.alert;

import java.util.Set;
import java.util.stream.Collectors;

/** What became of an incident, compared with what was known of it. */
final class Development {
    private Development() {}

    static IncidentChange.Kind kind(Incident before, Span span) {
        boolean open = span.cleared().isEmpty();
        if (before.open() != open) {
            return open ? IncidentChange.Kind.REOPENED : IncidentChange.Kind.RESOLVED;
        }
        if (!open) {
            return IncidentChange.Kind.UPDATED;
        }
        if (!before.level().atLeast(span.level())) {
            return IncidentChange.Kind.WORSENED;
        }
        if (before.span().flapping() != span.flapping()) {
            return span.flapping() ? IncidentChange.Kind.FLAPPING : IncidentChange.Kind.SETTLED;
        }
        return instances(before.span()).containsAll(instances(span))
                ? IncidentChange.Kind.UPDATED
                : IncidentChange.Kind.SPREAD;
    }

    private static Set<Tags> instances(Span span) {
        return span.members().stream().map(Member::instance).collect(Collectors.toSet());
    }

    static Reason reason(IncidentChange.Kind kind, boolean late, Incident before) {
        return switch (kind) {
            case RESOLVED -> before.span().flapping() ? Reason.SETTLED : Reason.CLEARED;
            case FLAPPING -> Reason.FLAPPING;
            case SETTLED -> Reason.SETTLED;
            case CONFIRMED -> Reason.CONFIRMED;
            case REFUTED -> Reason.REFUTED;
            case REOPENED -> before.reason().decided() && !late ? Reason.BREACH : Reason.LATE_DATA;
            case WORSENED -> late ? Reason.LATE_DATA : Reason.WORSE;
            case SPREAD -> late ? Reason.LATE_DATA : Reason.MORE_MEMBERS;
            case OPENED, FOUND_LATE, WITHDRAWN, UPDATED, NOTED -> before.reason();
        };
    }
}
