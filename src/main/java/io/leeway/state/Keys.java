package io.leeway.state;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys made of parts, so that keys sort by their parts: texts by their UTF-8, numbers by value. A text ends with two zero
 * bytes (a zero byte inside it is written as 0x00 0xFF); a number takes eight bytes, its sign bit flipped.
 */
public final class Keys {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    private Keys() {}

    public static Keys of(String... parts) {
        Keys keys = new Keys();
        for (String part : parts) {
            keys.text(part);
        }
        return keys;
    }

    @CanIgnoreReturnValue
    public Keys text(String part) {
        return block(part.getBytes(StandardCharsets.UTF_8));
    }

    /** A part of bytes, sorted as a text is. */
    @CanIgnoreReturnValue
    public Keys block(byte[] part) {
        for (byte octet : part) {
            bytes.write(octet);
            if (octet == 0) {
                bytes.write(0xFF);
            }
        }
        bytes.write(0);
        bytes.write(0);
        return this;
    }

    @CanIgnoreReturnValue
    public Keys number(long part) {
        long sortable = part ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (sortable >>> shift));
        }
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The first key behind all keys that begin with these bytes. */
    public static byte[] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] after = Arrays.copyOf(prefix, i + 1);
                after[i]++;
                return after;
            }
        }
        throw new IllegalArgumentException("nothing stands behind a prefix of 0xFF alone");
    }
}
