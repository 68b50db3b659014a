package io.leeway.notify;

import io.leeway.state.Keys;

/**
 * A mail within its thread.
 *
 * @param number from 1, in the order in which the mails of the incident were decided
 */
public record MailKey(String incident, int number) {
    /** {@code <incident.number@domain>}: the same however often the mail is built or sent. */
    String messageId(String domain) {
        return "<" + incident + "." + number + "@" + domain + ">";
    }

    byte[] bytes() {
        return Keys.of(incident).number(number).bytes();
    }

    @Override
    public String toString() {
        return incident + "." + number;
    }
}
