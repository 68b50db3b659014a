package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Reason;
import io.leeway.alert.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a mail is made of.
 *
 * @param thread the Message-IDs of the incident's mails before this one, the root first
 * @param date when it was decided
 * @param wording of the rule, unless the rule is gone
 */
public record Letter(
        String messageId,
        List<String> thread,
        Instant date,
        IncidentChange change,
        Optional<Rule.Wording> wording,
        Receiver receiver,
        Receivers receivers) {
    public Letter {
        thread = List.copyOf(thread);
    }

    public Incident incident() {
        return change.incident();
    }

    public IncidentChange.Kind kind() {
        return change.kind();
    }

    public Reason reason() {
        return change.reason();
    }
}
