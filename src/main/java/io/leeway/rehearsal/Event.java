package io.leeway.rehearsal;

import java.time.Instant;
import java.util.Locale;

/** Something that happens to the service. */
public sealed interface Event {
    Instant at();

    /** The mail server changes its mind. */
    record MailServer(Instant at, Mood mood) implements Event {}

    /** The process dies. What becomes known until it starts again waits for it. */
    record Kill(Instant at) implements Event {}

    /** The process starts again, with what it had committed. */
    record Start(Instant at) implements Event {}

    /** How a mail server answers. */
    enum Mood {
        /** Takes every mail. */
        ACCEPT,
        /** Refuses connections. */
        REFUSE,
        /** Puts every address off at its first mail, and takes what comes five minutes later. */
        GREYLIST;

        /** As written: {@code greylist}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
