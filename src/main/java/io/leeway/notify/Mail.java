package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail as it was decided.
 *
 * @param receiver the name of who is told
 * @param to the addresses
 * @param text its plain text
 * @param bytes what is sent, however often
 */
public record Mail(
        MailKey key,
        String messageId,
        Instant date,
        String receiver,
        List<String> to,
        String subject,
        String text,
        byte[] bytes) {
    private static final int VERSION = 1;

    public Mail {
        to = List.copyOf(to);
    }

    byte[] stored() {
        ByteWriter out = new ByteWriter(bytes.length + text.length() * 2 + 256).octet(VERSION);
        out.text(key.incident())
                .count(key.number())
                .text(messageId)
                .whole(date.toEpochMilli())
                .text(receiver);
        out.count(to.size());
        to.forEach(out::text);
        return out.text(subject).text(text).block(bytes).toByteArray();
    }

    static Mail read(byte[] stored) {
        ByteReader in = Delivery.begun(stored, VERSION);
        return new Mail(
                new MailKey(in.text(), (int) in.count()),
                in.text(),
                Instant.ofEpochMilli(in.whole()),
                in.text(),
                texts(in),
                in.text(),
                in.text(),
                in.block());
    }

    static List<String> texts(ByteReader in) {
        int size = in.length();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.text());
        }
        return texts;
    }
}
