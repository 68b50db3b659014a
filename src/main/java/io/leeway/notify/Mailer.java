package io.leeway.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way out for mails. Calls block, but end. */
@FunctionalInterface
public interface Mailer {
    /**
     * Tries once to deliver a mail.
     *
     * @return the fate of every recipient
     */
    Map<String, Fate> deliver(Envelope envelope);

    /** Whether a mail could leave now: what stands in the way, if anything does. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** The mails of an incident are kept no longer; what lies about of them goes. */
    default void forget(String incident) {}

    /** Nothing more is delivered by it. */
    default void close() {}

    /**
     * A mail and where it must go.
     *
     * @param name {@code incident.number}, safe as the name of a file
     * @param recipients those who have not got it yet
     * @param mail RFC 5322
     */
    record Envelope(String name, List<String> recipients, byte[] mail) {}
}
