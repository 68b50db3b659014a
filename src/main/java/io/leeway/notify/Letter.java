package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Reason;
import io.leeway.alert.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a mail is made of.
 *
 * @param thread the Message-IDs of the mails to this receiver before this one: of the first, and of the last
 * @param date when it was decided
 * @param wording of the rule, unless the rule is gone
 * @param circle who else is told
 */
public record Letter(
        String messageId,
        List<String> thread,
        Instant date,
        News news,
        Optional<Rule.Wording> wording,
        Receiver receiver,
        Receivers receivers,
        Circle circle) {
    public Letter {
        thread = List.copyOf(thread);
    }

    public Incident incident() {
        return news.incident();
    }

    public Occasion kind() {
        return news.occasion();
    }

    public Reason reason() {
        return news.reason();
    }
}
