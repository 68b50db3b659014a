package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many mails everybody has had lately. Not safe for threads. */
final class Postage {
    private static final int VERSION = 1;

    private final Map<String, List<Instant>> sent = new TreeMap<>();

    void restore(byte[] stored) {
        ByteReader in = Delivery.begun(stored, VERSION);
        List<Instant> all = sent.computeIfAbsent(in.text(), name -> new ArrayList<>());
        int size = in.length();
        for (int i = 0; i < size; i++) {
            all.add(Instant.ofEpochMilli(in.whole()));
        }
    }

    /** From when on a receiver can be sent one more mail. */
    Instant free(Receiver receiver) {
        List<Instant> all = of(receiver);
        int most = receiver.limit().mails();
        return all.size() < most
                ? Instant.MIN
                : all.get(all.size() - most).plus(receiver.limit().per());
    }

    /** How many mails a receiver can be sent now. */
    int room(Receiver receiver, Instant now) {
        Instant since = now.minus(receiver.limit().per());
        long recent = of(receiver).stream().filter(since::isBefore).count();
        return (int) Math.max(0, receiver.limit().mails() - recent);
    }

    /** A receiver is sent a mail. */
    void use(Receiver receiver, Instant now, Changes commit) {
        List<Instant> all = of(receiver);
        all.add(now);
        all.subList(0, Math.max(0, all.size() - receiver.limit().mails())).clear();
        ByteWriter out = new ByteWriter().octet(VERSION).text(receiver.name()).count(all.size());
        all.forEach(at -> out.whole(at.toEpochMilli()));
        commit.put(Tables.POSTAGE, Keys.of(receiver.name()).bytes(), out.toByteArray());
    }

    private List<Instant> of(Receiver receiver) {
        return sent.computeIfAbsent(receiver.name(), name -> new ArrayList<>());
    }
}
