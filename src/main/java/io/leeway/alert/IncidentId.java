package io.leeway.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The name of an incident: the first 13 characters (65 bits) of the base 32 (RFC 4648, lower case) of the SHA-256 of its
 * rule, its labels and the end of the window that breached first. A service that starts again, or a second one, finds the
 * same name, and mail servers can recognise a mail they have taken already.
 */
public final class IncidentId {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 13;

    private IncidentId() {}

    /** The name of what a rule found about some labels at an instant. */
    public static String of(String rule, Tags labels, Instant breached) {
        StringBuilder text = new StringBuilder(rule).append('\0');
        labels.values()
                .forEach((name, value) ->
                        text.append(name).append('\0').append(value).append('\0'));
        return base32(sha256(text.append(breached).toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = ((bytes[bit / 8] & 0xFF) << 8) | (bytes[bit / 8 + 1] & 0xFF);
            text.append(ALPHABET.charAt((pair >>> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }
}
