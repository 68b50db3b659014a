package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one receiver knows of one incident, and since when there is something that is not told yet. What is told next is
 * found by comparing this with the incident as it is, so that everything that happens before a mail goes is in that mail.
 *
 * @param heard empty: nothing yet
 * @param stirred when the first thing happened that is not told yet
 * @param thread the Message-IDs of the first and of the newest mail about this incident alone
 */
record Conversation(
        String incident, String receiver, Optional<Heard> heard, Optional<Instant> stirred, List<String> thread) {
    private static final int VERSION = 1;

    Conversation {
        thread = List.copyOf(thread);
    }

    static Conversation begun(String incident, String receiver) {
        return new Conversation(incident, receiver, Optional.empty(), Optional.empty(), List.of());
    }

    Conversation stirred(Instant now) {
        return new Conversation(incident, receiver, heard, stirred.or(() -> Optional.of(now)), thread);
    }

    /** Nothing is left to be told, although nothing was told. */
    Conversation calmed() {
        return new Conversation(incident, receiver, heard, Optional.empty(), thread);
    }

    Conversation told(Incident now, Instant at) {
        Heard next = heard.map(before -> before.then(now, at)).orElseGet(() -> Heard.first(now, at));
        return new Conversation(incident, receiver, Optional.of(next), Optional.empty(), thread);
    }

    /** One mail more, which was about this incident alone. */
    Conversation written(String messageId) {
        List<String> longer = thread.isEmpty() ? List.of(messageId) : List.of(thread.get(0), messageId);
        return new Conversation(incident, receiver, heard, stirred, longer);
    }

    byte[] key() {
        return Keys.of(incident, receiver).bytes();
    }

    byte[] stored() {
        ByteWriter out = new ByteWriter().octet(VERSION).text(incident).text(receiver);
        out.flag(heard.isPresent());
        heard.ifPresent(told -> out.whole(told.since().toEpochMilli())
                .whole(told.at().toEpochMilli())
                .text(told.state().name())
                .text(told.level().name())
                .count(told.members()));
        out.flag(stirred.isPresent());
        stirred.ifPresent(at -> out.whole(at.toEpochMilli()));
        out.count(thread.size());
        thread.forEach(out::text);
        out.flag(heard.filter(Heard::flapping).isPresent());
        Optional<Boolean> labels = heard.flatMap(Heard::confirmed);
        out.flag(labels.isPresent()).flag(labels.orElse(false));
        return out.toByteArray();
    }

    static Conversation read(byte[] stored) {
        ByteReader in = Delivery.begun(stored, VERSION);
        Conversation read = new Conversation(
                in.text(),
                in.text(),
                in.flag() ? Optional.of(heard(in)) : Optional.empty(),
                in.flag() ? Optional.of(Instant.ofEpochMilli(in.whole())) : Optional.empty(),
                Mail.texts(in));
        boolean flapping = in.left() > 0 && in.flag();
        boolean labelled = in.left() > 0 && in.flag();
        boolean confirmed = in.left() > 0 && in.flag();
        Optional<Boolean> labels = labelled ? Optional.of(confirmed) : Optional.empty();
        return new Conversation(
                read.incident,
                read.receiver,
                read.heard.map(known -> known.with(flapping, labels)),
                read.stirred,
                read.thread);
    }

    private static Heard heard(ByteReader in) {
        return new Heard(
                Instant.ofEpochMilli(in.whole()),
                Instant.ofEpochMilli(in.whole()),
                Incident.State.valueOf(in.text()),
                Level.valueOf(in.text()),
                (int) in.count(),
                false,
                Optional.empty());
    }
}
