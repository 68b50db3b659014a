package io.leeway.app;

import io.leeway.ingest.Pseudonyms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms by HMAC-SHA-256 (RFC 2104, FIPS 180-4) under a random key that never leaves the data folder. Whoever has the
 * key can try out values; whoever deletes it makes all hashes forgotten names.
 */
final class HashedNames implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

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
        return new HashedNames(KeyFile.read(file, "hashed values of before have nothing in common with those to come"));
    }

    @Override
    public byte[] of(String kind, String value) {
        byte[] named = kind.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(named.length).array());
        mac.update(named);
        return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    }
}
