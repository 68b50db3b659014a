package io.leeway.app.verticle;

/** The facts that verticles tell each other over the event bus; all are hints to look, none carries what is to be done. */
final class Facts {
    /** A lane has committed. Body: the lane's number. */
    static final String LANE_COMMITTED = "leeway.lane.committed";
    /** Reports have been stored. Body: the position up to which everything is reported. */
    static final String REPORTED = "leeway.reported";
    /** Somebody waits for more than has been reported. Body: the position. */
    static final String AWAITED = "leeway.awaited";
    /** Points of no window may be owed to the series, or a model's be dropped. Body: about how many. */
    static final String OWED = "leeway.owed";
    /** Notifications have been queued. No body. */
    static final String QUEUED = "leeway.notifications.queued";

    /** Certificate and key of the HTTP servers are others now. No body. */
    static final String KEYS_CHANGED = "leeway.keys.changed";

    private Facts() {}
}
