package io.leeway.access;

import java.util.Locale;

/** Why a request is not let in. */
public enum Refusal {
    MISSING("This needs a token: send it as Authorization: Bearer lw_..., or ask whoever runs the service for one."),
    MALFORMED("What was sent is no token of this service: one begins with lw_ and goes behind Authorization: Bearer."),
    EXPOSED("A token must not stand in an address, which ends in logs: send it as Authorization: Bearer, and have this"
            + " one replaced."),
    UNKNOWN("The token is not known here, or not any more: ask whoever runs the service for another."),
    EXPIRED("The token has come to its end: ask whoever runs the service for another."),
    SCOPE("The token does not allow this: ask whoever runs the service for one that does.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return sentence;
    }

    /** A word for meters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
