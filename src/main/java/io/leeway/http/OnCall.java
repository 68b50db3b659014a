package io.leeway.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What somebody on call can look at, incidents and the mails about them, and can say: that they care for an incident, or
 * that some are to be silent. What they say is durable when the answer comes; what cannot be is an
 * {@link IllegalArgumentException} with a sentence that says what to give instead.
 */
public interface OnCall {
    /** Newest first. */
    List<Incident> incidents();

    /** Newest first. */
    List<Mail> mails();

    /** The text of a mail, without the links that do something for whoever has them. */
    Optional<String> mailText(String id);

    /** Those that last, those to come, and those that ended not long ago. */
    List<Silence> silences();

    /** Silences some incidents. */
    CompletionStage<Silence> silence(Silencing wanted);

    /** Ends a silence; empty if there is none of that name that is not over. */
    CompletionStage<Optional<Silence>> endSilence(String id);

    /** Notes that somebody cares; empty if there is no open incident of that name. */
    CompletionStage<Optional<Incident>> acknowledge(String incident, Caring wanted);

    /** What a link in a mail is good for now. Changes nothing. */
    Invitation invitation(String link);

    /**
     * Does what a link in a mail is good for, if it is good for anything.
     *
     * @param name who says so, as far as they said; may be empty
     * @return {@link Invitation.Standing#DONE}, or why nothing was done
     */
    CompletionStage<Invitation> follow(String link, String name);

    /**
     * What is to be silent.
     *
     * @param matchers by label: patterns, of which one must match
     * @param end empty: as long as is allowed, or until it is over
     * @param untilResolved whether it ends as soon as nothing that it is about is open
     */
    record Silencing(
            Map<String, List<String>> matchers,
            Optional<Instant> start,
            Optional<Instant> end,
            boolean untilResolved,
            String author,
            String reason) {}

    /**
     * A silence.
     *
     * @param state {@code pending}, {@code active} or {@code expired}
     */
    record Silence(String id, String state, Instant start, Instant end, Silencing wanted) {}

    /**
     * Who cares for an incident.
     *
     * @param until empty: for the usual time
     */
    record Caring(String author, String note, Optional<Instant> until) {}

    /**
     * Something that went wrong with a model.
     *
     * @param version a model version, or {@code *}
     * @param state {@code open}, {@code flapping} (open, and comes and goes), {@code resolved} or {@code withdrawn}
     * @param resolved empty while open
     * @param acknowledged who cares for it
     * @param silencedUntil while it is silenced
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
            String text,
            Optional<Caring> acknowledged,
            Optional<Instant> silencedUntil) {
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
