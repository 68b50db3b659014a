package io.leeway.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is claimed of some mails that the mail server takes.
 *
 * @param at not before then
 * @param within at most so much later
 * @param place where it stands
 * @param wanted what they are like
 * @param count how many there are
 */
public record MailClaim(Instant at, Duration within, String place, Wanted wanted, int count) {
    /** The longest wait before another attempt, so that a mail behind an outage is in time. */
    public static final Duration WITHIN = Duration.ofMinutes(15);

    Instant until() {
        return at.plus(within);
    }

    /**
     * What a mail is like.
     *
     * @param to those who get it; empty: whoever
     * @param subject a part of its subject; empty: whatever
     * @param thread the name that its thread gets; empty: none
     * @param replyIn the name of the thread that it continues
     * @param textHas parts of its plain text
     */
    public record Wanted(
            List<String> to, String subject, Optional<String> thread, Optional<String> replyIn, List<String> textHas) {
        public Wanted {
            to = to.stream().sorted().toList();
            textHas = List.copyOf(textHas);
        }
    }
}
