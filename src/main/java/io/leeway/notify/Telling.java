package io.leeway.notify;

import io.leeway.alert.IncidentChange;

/** Whether a change of an incident is worth a mail to somebody. */
final class Telling {
    private Telling() {}

    /**
     * Who has heard of an incident hears of its end; of everything else, who wants to hear of its level.
     *
     * @param heard whether an earlier mail of the incident went out
     */
    static boolean worth(IncidentChange change, Receiver receiver, boolean heard) {
        return switch (change.kind()) {
            case RESOLVED, WITHDRAWN -> heard;
            case OPENED, FOUND_LATE, WORSENED, SPREAD, REOPENED ->
                change.incident().level().atLeast(receiver.minLevel());
            case UPDATED -> false;
        };
    }
}
