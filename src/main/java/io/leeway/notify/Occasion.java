package io.leeway.notify;

import io.leeway.alert.IncidentChange;
import java.util.Locale;

/** Why somebody is told of an incident now. */
public enum Occasion {
    OPENED,
    /** It was over when it was found: rows or labels came late. */
    FOUND_LATE,
    WORSENED,
    /** More members fire. */
    SPREAD,
    /** It was taken for over and is not. */
    REOPENED,
    /** Nothing has changed for long, and nobody has acknowledged it. */
    REPEATED,
    /** Those who were told first have not acknowledged it. */
    ESCALATED,
    /** It goes on, and is not silenced any more. */
    SILENCE_ENDED,
    /** It comes and goes again and again. */
    FLAPPING,
    /** It does not any more, and is not over. */
    SETTLED,
    /** Labels show what was estimated. */
    CONFIRMED,
    /** Labels do not show what was estimated. */
    REFUTED,
    RESOLVED,
    /** Corrected numbers say that it never was. */
    WITHDRAWN;

    /** What a change is when it is told; a change of numbers alone is told as a repetition. */
    public static Occasion of(IncidentChange.Kind kind) {
        return switch (kind) {
            case OPENED -> OPENED;
            case FOUND_LATE -> FOUND_LATE;
            case WORSENED -> WORSENED;
            case SPREAD -> SPREAD;
            case REOPENED -> REOPENED;
            case FLAPPING -> FLAPPING;
            case SETTLED -> SETTLED;
            case CONFIRMED -> CONFIRMED;
            case REFUTED -> REFUTED;
            case RESOLVED -> RESOLVED;
            case WITHDRAWN -> WITHDRAWN;
            case UPDATED, NOTED -> REPEATED;
        };
    }

    /** As in headers and answers: {@code silence_ended}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether those who heard of the incident hear it though something else explains it by now: its end, and the truth. */
    boolean concludes() {
        return ends() || this == CONFIRMED || this == REFUTED;
    }

    /** Whether it says that the incident is over, so that whoever heard of it must hear this. */
    boolean ends() {
        return this == RESOLVED || this == WITHDRAWN;
    }
}
