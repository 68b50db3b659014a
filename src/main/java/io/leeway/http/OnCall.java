package io.leeway.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody on call can look at: incidents and the mails about them. */
public interface OnCall {
    /** Newest first. */
    List<Incident> incidents();

    /** Newest first. */
    List<Mail> mails();

    /** The text of a mail. */
    Optional<String> mailText(String id);

    /**
     * Something that went wrong with a model.
     *
     * @param version a model version, or {@code *}
     * @param state {@code open} or {@code resolved}
     * @param resolved empty while open
     */
    record Incident(
            String id,
            String rule,
            String model,
            String version,
            String level,
            String state,
            Instant opened,
            Optional<Instant> resolved,
            String title,
            String text) {
        /** Whether somebody still has to look at it. */
        public boolean open() {
            return resolved.isEmpty();
        }
    }

    /**
     * A mail that was, or is to be, sent.
     *
     * @param state {@code waiting}, {@code sent}, {@code failed}, or {@code superseded} by a later one that tells all of it
     */
    record Mail(String id, Instant date, String to, String subject, String state) {}
}
