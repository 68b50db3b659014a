package io.leeway.alert;

import java.time.Instant;
import java.util.Comparator;

/** What a rule found, for some labels, when it was too late to tell; see {@link Trust#notifyLate}. */
record Belated(Rule rule, Tags labels) {
    /** Whether it was found when it was too late to tell, and has not been told since. */
    static boolean isUntold(Incident incident) {
        return incident.reason() == Reason.TOO_LATE;
    }

    /** Whether all there is to say of it is so old that nobody wants to be told. */
    boolean isTooLate(Span span, Instant newest) {
        Instant last = latest(span).end();
        return rule.trust()
                .notifyLate()
                .filter(late -> last.isBefore(newest.minus(late)))
                .isPresent();
    }

    /** What nobody was told of is told with the first window in which it goes on; without one there is nothing to tell. */
    IncidentChange atLast(IncidentChange change, boolean late) {
        Incident incident = change.incident();
        if (!incident.open()) {
            return new IncidentChange(IncidentChange.Kind.NOTED, change.reason(), incident);
        }
        boolean goesOn = change.kind() != IncidentChange.Kind.NOTED && breaches(incident.span());
        Reason reason = goesOn ? (late ? Reason.LATE_DATA : Reason.BREACH) : Reason.TOO_LATE;
        return new IncidentChange(
                goesOn ? IncidentChange.Kind.OPENED : IncidentChange.Kind.NOTED,
                reason,
                incident.withState(incident.state(), reason));
    }

    /** Whether the newest of the judged windows breaches by itself. */
    private boolean breaches(Span span) {
        Observation newest = latest(span).window(rule, labels);
        return rule.worstFirst().stream().anyMatch(trigger -> trigger.when().of(newest) == Truth.TRUE);
    }

    private static Finding latest(Span span) {
        return span.members().stream()
                .map(member -> member.episode().latest())
                .max(Comparator.comparing(Finding::end))
                .orElseThrow();
    }
}
