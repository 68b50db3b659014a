package io.leeway.access;

import java.time.Instant;

/**
 * An administrative act, done or not.
 *
 * @param what the call, {@code PUT /v1/models/{model}}, or the event, {@code tokens reloaded}
 * @param subject what it was about, a model's name mostly; never a token
 * @param detail of the result, for people
 */
public record Act(Instant time, Actor actor, String what, String subject, Outcome outcome, String detail) {
    public Act {
        subject = Bearer.redacted(subject);
        detail = Bearer.redacted(detail);
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Who asked may not. */
        REFUSED,
        /** It could not be done; nothing has changed. */
        FAILED
    }
}
