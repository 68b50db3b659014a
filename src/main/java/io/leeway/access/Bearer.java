package io.leeway.access;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as its bearer holds it (RFC 6750): {@code lw_}, its public id, and 256 bits that only the bearer knows. The prefix
 * lets scanners find one that was published by mistake. It never prints.
 */
public final class Bearer {
    private static final Pattern FORM = Pattern.compile("lw_([0-9a-f]{12})_[A-Za-z0-9_-]{43}");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String whole;

    private Bearer(String id, String whole) {
        this.id = id;
        this.whole = whole;
    }

    /** A new one; the source of chance must be one that nobody can predict. */
    public static Bearer fresh(RandomGenerator random) {
        String id = HexFormat.of().formatHex(bytes(random, ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
        return new Bearer(id, "lw_" + id + "_" + secret);
    }

    /** Reads one; empty if it does not look like one. */
    public static Optional<Bearer> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Bearer(matcher.group(1), text)) : Optional.empty();
    }

    /** The same text with every token in it made unreadable. */
    public static String redacted(String text) {
        return FORM.matcher(text).replaceAll("(a token)");
    }

    /** What it can be named by in lists and logs. */
    public String id() {
        return id;
    }

    /** The token itself, for its bearer alone. */
    public String reveal() {
        return whole;
    }

    @Override
    public String toString() {
        return "(a token)";
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
