package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the delivery of a mail has come.
 *
 * @param decided when the mail was decided
 * @param tries what was tried
 * @param recipients where it stands with each address
 */
public record Delivery(MailKey key, String messageId, Instant decided, Tries tries, Map<String, Recipient> recipients) {
    /** What could not be delivered in three days will not be read as news. */
    static final Duration PATIENCE = Duration.ofDays(3);
    /** How often a mail is sent whose server never says whether it has it. */
    static final int MOST_UNSURE = 4;

    private static final int VERSION = 2;

    public Delivery {
        recipients = Collections.unmodifiableMap(new TreeMap<>(recipients));
    }

    static Delivery queued(Mail mail) {
        return new Delivery(
                mail.key(),
                mail.messageId(),
                mail.date(),
                Tries.none(mail.date()),
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
                .map(entry ->
                        Receiver.shown(entry.getKey()) + ": " + entry.getValue().note())
                .collect(Collectors.joining("; "));
    }

    /** The addresses that still wait for it. */
    List<String> waiting() {
        return recipients.entrySet().stream()
                .filter(entry -> entry.getValue().state() == State.QUEUED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often it was tried. */
    public int attempts() {
        return tries.attempts();
    }

    /** Not before then is it tried again. */
    public Instant next() {
        return tries.next();
    }

    /** Since when its reader should have known: the oldest mail it stands for was decided then. */
    Instant since() {
        return tries.standsFor().stream()
                .map(Tries.Instead::decided)
                .findFirst()
                .orElse(decided);
    }

    /** The delivery with an attempt under way. */
    Delivery begun() {
        return with(tries.begun(), recipients);
    }

    Delivery with(Tries changed) {
        return with(changed, recipients);
    }

    /** The delivery behind one more attempt. */
    Delivery attempted(Map<String, Fate> fates, Instant now) {
        boolean unsure = fates.values().stream().anyMatch(Delivery::isUnsure);
        boolean copyOut = unsure || fates.values().stream().anyMatch(Fate.Accepted.class::isInstance);
        Tries after = tries.ended(copyOut, unsure, now.plus(Backoff.after(messageId, tries.attempts() + 1)));
        Map<String, Recipient> told = new TreeMap<>(recipients);
        fates.forEach((address, fate) -> told.put(address, Recipient.of(fate)));
        Optional<String> end = end(after, now);
        end.ifPresent(why -> told.replaceAll((address, recipient) -> recipient.givenUp(why)));
        return with(after, told);
    }

    /** The delivery of a mail that takes over from others, with what the first of them was told when it was tried. */
    Delivery told(Delivery first, List<Tries.Instead> others) {
        Map<String, Recipient> waiting = new TreeMap<>(recipients);
        waiting.replaceAll((address, recipient) -> first.recipients.getOrDefault(address, recipient));
        return with(tries.standingFor(first.tries, others), waiting);
    }

    /** The delivery of a mail that needs not be sent, for another tells all of it. */
    Delivery supersededBy(MailKey other) {
        Map<String, Recipient> nobody = new TreeMap<>(recipients);
        nobody.replaceAll((address, recipient) -> toldBy(other));
        return with(tries, nobody);
    }

    /** Whether another one tells all of it. */
    boolean isSupersededBy(MailKey other) {
        return recipients.containsValue(toldBy(other));
    }

    private static Recipient toldBy(MailKey other) {
        return new Recipient(State.SUPERSEDED, "told by " + other);
    }

    private Optional<String> end(Tries after, Instant now) {
        if (after.unsure() >= MOST_UNSURE) {
            return Optional.of("it may have arrived, but its server never said so in " + MOST_UNSURE + " attempts");
        }
        return now.isBefore(decided.plus(PATIENCE))
                ? Optional.empty()
                : Optional.of("given up after " + PATIENCE.toHours() + " hours");
    }

    private static boolean isUnsure(Fate fate) {
        return fate instanceof Fate.Deferred deferred && deferred.cause() == Fate.Cause.UNSURE;
    }

    private Delivery with(Tries changed, Map<String, Recipient> told) {
        return new Delivery(key, messageId, decided, changed, told);
    }

    byte[] stored() {
        ByteWriter out = new ByteWriter().octet(VERSION);
        out.text(key.incident()).count(key.number()).text(messageId).whole(decided.toEpochMilli());
        tries.write(out);
        out.count(recipients.size());
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
                Tries.read(in),
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
        /** Another mail, decided later, told all of it. */
        SUPERSEDED,
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

        Recipient givenUp(String why) {
            return state == State.QUEUED ? new Recipient(State.FAILED, why + ": " + note) : this;
        }
    }
}
