package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the delivery of a mail has come.
 *
 * @param decided when the mail was decided
 * @param attempts how often it was tried
 * @param next not before then is it tried again
 * @param recipients where it stands with each address
 */
public record Delivery(
        MailKey key, String messageId, Instant decided, int attempts, Instant next, Map<String, Recipient> recipients) {
    private static final int VERSION = 1;

    public Delivery {
        recipients = Collections.unmodifiableMap(new TreeMap<>(recipients));
    }

    static Delivery queued(Mail mail) {
        return new Delivery(
                mail.key(),
                mail.messageId(),
                mail.date(),
                0,
                mail.date(),
                mail.to().stream()
                        .distinct()
                        .collect(Collectors.toMap(address -> address, address -> new Recipient(State.QUEUED, ""))));
    }

    /** Queued while anybody still waits for it; failed if nobody does and somebody will never get it. */
    public State state() {
        return recipients.values().stream()
                .map(Recipient::state)
                .reduce(State.SENT, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** What stood in the way, told by address; empty if nothing did. */
    public String trouble() {
        return recipients.entrySet().stream()
                .filter(entry -> !entry.getValue().note().isEmpty())
                .map(entry -> entry.getKey() + ": " + entry.getValue().note())
                .collect(Collectors.joining("; "));
    }

    /** The delivery behind one more attempt. */
    Delivery attempted(Map<String, Fate> fates, Instant now) {
        Map<String, Recipient> after = new TreeMap<>(recipients);
        fates.forEach((address, fate) -> after.put(address, Recipient.of(fate)));
        return new Delivery(
                key, messageId, decided, attempts + 1, now.plus(Backoff.after(messageId, attempts + 1)), after);
    }

    byte[] stored() {
        ByteWriter out = new ByteWriter().octet(VERSION);
        out.text(key.incident()).count(key.number()).text(messageId).whole(decided.toEpochMilli());
        out.count(attempts).whole(next.toEpochMilli()).count(recipients.size());
        recipients.forEach((address, recipient) ->
                out.text(address).text(recipient.state().name()).text(recipient.note()));
        return out.toByteArray();
    }

    static Delivery read(byte[] stored) {
        ByteReader in = begun(stored, VERSION);
        return new Delivery(
                new MailKey(in.text(), (int) in.count()),
                in.text(),
                Instant.ofEpochMilli(in.whole()),
                (int) in.count(),
                Instant.ofEpochMilli(in.whole()),
                recipients(in));
    }

    static ByteReader begun(byte[] stored, int expected) {
        ByteReader in = new ByteReader(stored);
        int version = in.octet();
        if (version != expected) {
            throw new MalformedBytesException("a mail of version " + version + "; this release reads " + expected);
        }
        return in;
    }

    private static Map<String, Recipient> recipients(ByteReader in) {
        Map<String, Recipient> recipients = new TreeMap<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            recipients.put(in.text(), new Recipient(State.valueOf(in.text()), in.text()));
        }
        return recipients;
    }

    /** Where a mail stands, in rising order of what is left to do. */
    public enum State {
        SENT,
        /** It will never arrive. */
        FAILED,
        QUEUED
    }

    /**
     * Where a mail stands with one address.
     *
     * @param note what the mail server said, if it did not take it
     */
    public record Recipient(State state, String note) {
        static Recipient of(Fate fate) {
            if (fate instanceof Fate.Deferred deferred) {
                return new Recipient(State.QUEUED, deferred.reason());
            }
            return fate instanceof Fate.Refused refused
                    ? new Recipient(State.FAILED, refused.reason())
                    : new Recipient(State.SENT, "");
        }
    }
}
