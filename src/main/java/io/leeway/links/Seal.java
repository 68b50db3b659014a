package io.leeway.links;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs tickets with HMAC-SHA-256 (RFC 2104) and knows its own again: {@code <ticket>.<signature>}, both in the alphabet of
 * RFC 4648, section 5, so that they can stand in a path. Signatures are compared in constant time, and nothing of a ticket
 * is read before. Thread-safe.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    /** What is signed begins so, that no other use of the key, now or later, can be taken for a ticket. */
    private static final String PURPOSE = "leeway link 1\n";

    private static final int PARTS = 4;

    private final SecretKeySpec key;

    /** One with a key of at least 32 random bytes. */
    public Seal(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a key of at least 32 bytes is needed, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The ticket as it stands in a link: the same ticket is the same text. */
    public String sealed(Ticket ticket) {
        byte[] text = String.join(
                        "\n",
                        ticket.deed().word(),
                        ticket.incident(),
                        Long.toString(ticket.expires().getEpochSecond()),
                        ticket.receiver())
                .getBytes(StandardCharsets.UTF_8);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(text) + "." + encoder.encodeToString(signature(text));
    }

    /** The ticket that was sealed so, expired or not; empty if nobody with this key did. */
    public Optional<Ticket> opened(String link) {
        int dot = link.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            byte[] text = decoder.decode(link.substring(0, dot));
            byte[] shown = decoder.decode(link.substring(dot + 1));
            return MessageDigest.isEqual(signature(text), shown)
                    ? read(new String(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The name of a receiver comes last, whatever is in it. */
    private static Optional<Ticket> read(String text) {
        String[] parts = text.split("\n", PARTS);
        try {
            Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            return Deed.of(parts[0]).map(deed -> new Ticket(deed, parts[1], parts[3], expires));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("a link that we signed says nothing", e);
        }
    }

    private byte[] signature(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
