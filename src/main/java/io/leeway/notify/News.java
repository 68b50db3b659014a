package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Reason;

/**
 * What is told of an incident.
 *
 * @param reason of what happened to it
 * @param incident as it is when it is told
 */
public record News(Occasion occasion, Reason reason, Incident incident) {
    /** The news that a change is. */
    public static News of(IncidentChange change) {
        return new News(Occasion.of(change.kind()), change.reason(), change.incident());
    }

    /** One sentence: why it is told now. */
    public String why() {
        return switch (occasion) {
            case REPEATED -> "It goes on, and nobody has acknowledged it.";
            case ESCALATED -> "Those who were told first have not acknowledged it.";
            case SILENCE_ENDED -> "It goes on, and is not silenced any more.";
            case CONFIRMED -> Reason.CONFIRMED.sentence();
            case REFUTED -> Reason.REFUTED.sentence();
            case FLAPPING -> Reason.FLAPPING.sentence();
            case SETTLED -> Reason.SETTLED.sentence();
            case OPENED, FOUND_LATE, WORSENED, SPREAD, REOPENED, RESOLVED, WITHDRAWN -> reason.sentence();
        };
    }
}
