package io.leeway.notify;

/** What became of a mail for one recipient in one attempt. */
public sealed interface Fate {
    /** The mail server took it. */
    record Accepted() implements Fate {}

    /** It may work later. */
    record Deferred(Cause cause, String reason) implements Fate {}

    /** It will never work. */
    record Refused(String reason) implements Fate {}

    /** What stands in the way. */
    enum Cause {
        /** This recipient or this mail only. */
        MAIL,
        /** The server does not answer or is overloaded: other mails need not be tried now. */
        SERVER,
        /** The server may have it: it was told the whole mail, and its answer is lost. */
        UNSURE,
        /** Somebody must change something: a password, a certificate, a missing STARTTLS. */
        CONFIGURATION
    }
}
