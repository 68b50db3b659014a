package io.leeway.notify;

import java.time.Instant;
import java.util.Locale;

/**
 * What somebody will be told, unless something happens before.
 *
 * @param when not before then
 * @param way alone or with others
 * @param cause what it waits for, the last of all
 */
public record Plan(Occasion occasion, Instant when, Way way, Cause cause) {
    /** In which mail. */
    public enum Way {
        ALONE,
        /** With all other news for the same receiver, in one mail. */
        DIGEST
    }

    /** What keeps news from being told. */
    public enum Cause {
        NOTHING,
        WAIT,
        UPDATE_EVERY,
        REPEAT_EVERY,
        ESCALATION,
        ACKNOWLEDGED,
        SILENCED,
        HOURS,
        DIGEST,
        /** The receiver has had as many mails as they want in so short a time. */
        LIMIT;

        /** As shown: {@code update_every}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean due(Instant now) {
        return !when.isAfter(now);
    }

    /** The same, not before an instant. */
    Plan notBefore(Instant instant, Cause why) {
        return instant.isAfter(when) ? new Plan(occasion, instant, way, why) : this;
    }

    Plan inDigest() {
        return new Plan(occasion, when, Way.DIGEST, cause);
    }
}
