package io.leeway.app;

import io.leeway.ingest.Pseudonyms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms by HMAC-SHA-256 (RFC 2104, FIPS 180-4) under a random key that never leaves the data folder. Whoever has the
 * key can try out values; whoever deletes it makes all hashes forgotten names.
 */
final class HashedNames implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Mac mac;

    private HashedNames(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Pseudonyms by the key in a file, which is made where there is none.
     *
     * @throws IOException with a sentence, when the file is not what was written once
     */
    static HashedNames of(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return new HashedNames(key);
            }
        } catch (IllegalArgumentException notHex) {
            // Said below.
        }
        throw new IOException(file.toAbsolutePath() + " is damaged: bring it back from a copy; without it hashed values"
                + " of before have nothing in common with those to come");
    }

    @Override
    public byte[] of(String kind, String value) {
        byte[] named = kind.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(named.length).array());
        mac.update(named);
        return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody else can read it from its first moment on; it is whole or not there. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        Files.writeString(
                unfinished, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(unfinished, file);
    }
}
