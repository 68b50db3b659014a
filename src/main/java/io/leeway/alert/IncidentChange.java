package io.leeway.alert;

/**
 * One change of one incident.
 *
 * @param incident as it is now
 */
public record IncidentChange(Kind kind, Reason reason, Incident incident) {
    /** The same, of which nobody is told. That an incident opened is told yet once it goes on. */
    IncidentChange noted() {
        Reason why = kind == Kind.OPENED ? Reason.TOO_LATE : reason;
        return new IncidentChange(Kind.NOTED, why, incident.withState(incident.state(), why));
    }

    /** The same, where what the rule says has changed and not what it sees. */
    IncidentChange ofChangedRule() {
        return switch (kind) {
            case WITHDRAWN -> changed(Kind.RESOLVED, Incident.State.RESOLVED);
            case FOUND_LATE -> noted();
            case UPDATED, NOTED, FLAPPING, SETTLED, CONFIRMED, REFUTED -> this;
            case OPENED, WORSENED, SPREAD, RESOLVED, REOPENED -> changed(kind, incident.state());
        };
    }

    private IncidentChange changed(Kind what, Incident.State state) {
        return new IncidentChange(what, Reason.RULE_CHANGED, incident.withState(state, Reason.RULE_CHANGED));
    }

    /** Whether somebody may have to be told. */
    public boolean isNews() {
        return kind != Kind.UPDATED && kind != Kind.NOTED;
    }

    /** What happened to it. */
    public enum Kind {
        OPENED,
        /** It was over when it was found: rows or labels came late. */
        FOUND_LATE,
        WORSENED,
        /** More members fire. */
        SPREAD,
        /** It comes and goes so often that it is taken for open, and not told each time. */
        FLAPPING,
        /** It does not come and go any more, and is not over. */
        SETTLED,
        /** Labels show what was estimated. */
        CONFIRMED,
        /** Labels do not show what was estimated. */
        REFUTED,
        RESOLVED,
        /** It was taken for over and is not. */
        REOPENED,
        /** Corrected numbers say that it never was. */
        WITHDRAWN,
        /** It was found, or changed, so long after it was over that it is only noted. */
        NOTED,
        /** Only its numbers changed. */
        UPDATED
    }
}
