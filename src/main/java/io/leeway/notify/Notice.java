package io.leeway.notify;

import java.time.Instant;
import java.util.List;

/**
 * Something the service says of itself.
 *
 * @param word stands in the brackets of the subject
 * @param date when it was decided
 * @param sentence what a lock screen shows
 * @param facts named values
 * @param why why the reader got it
 */
public record Notice(
        String messageId,
        String word,
        String subject,
        Instant date,
        List<String> to,
        String sentence,
        List<Fact> facts,
        List<String> steps,
        String why) {
    public Notice {
        to = List.copyOf(to);
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
    }

    /** A named value. */
    public record Fact(String name, String value) {}
}
