package io.leeway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * By which a token is known again without being kept: SHA-256 over a salt and the token.
 *
 * @param salt hexadecimal, 16 bytes
 * @param hash hexadecimal, 32 bytes
 */
public record SaltedHash(String salt, String hash) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT_BYTES = 16;

    /** Of a token, with a salt of its own. */
    public static SaltedHash of(Bearer bearer, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SaltedHash(HEX.formatHex(salt), HEX.formatHex(digest(salt, bearer)));
    }

    /** Whether this is of that token; takes the same time however much of it is right. */
    public boolean matches(Bearer bearer) {
        return MessageDigest.isEqual(HEX.parseHex(hash), digest(HEX.parseHex(salt), bearer));
    }

    private static byte[] digest(byte[] salt, Bearer bearer) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(bearer.reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
