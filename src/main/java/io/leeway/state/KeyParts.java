package io.leeway.state;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes a key of {@link Keys} apart again, part by part in the order in which it was made. */
public final class KeyParts {
    private final byte[] key;
    private int position;

    public KeyParts(byte[] key) {
        this.key = key;
    }

    /** Whether there is another part. */
    public boolean more() {
        return position < key.length;
    }

    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    public byte[] block() {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        while (key[position] != 0 || key[position + 1] != 0) {
            part.write(key[position]);
            position += key[position] == 0 ? 2 : 1;
        }
        position += 2;
        return part.toByteArray();
    }

    public long number() {
        long value = 0;
        for (int end = position + Long.BYTES; position < end; position++) {
            value = (value << 8) | (key[position] & 0xFF);
        }
        return value ^ Long.MIN_VALUE;
    }
}
