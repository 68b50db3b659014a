package io.leeway.alert;

/**
 * One change of one incident.
 *
 * @param incident as it is now
 */
public record IncidentChange(Kind kind, Reason reason, Incident incident) {
    /** What happened to it. */
    public enum Kind {
        OPENED,
        /** It was over when it was found: rows or labels came late. */
        FOUND_LATE,
        WORSENED,
        /** More members fire. */
        SPREAD,
        RESOLVED,
        /** It was taken for over and is not. */
        REOPENED,
        /** Corrected numbers say that it never was. */
        WITHDRAWN,
        /** Only its numbers changed. */
        UPDATED
    }
}
