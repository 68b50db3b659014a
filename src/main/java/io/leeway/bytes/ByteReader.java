package io.leeway.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what a {@link ByteWriter} wrote, in the same order.
 *
 * <p>Every method throws {@link MalformedBytesException} when the bytes end too soon or cannot be what was asked for.
 */
public final class ByteReader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int position;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One byte, 0 to 255. */
    public int octet() {
        need(1);
        return bytes[position++] & 0xFF;
    }

    /** A version byte, which must be one of 1 to {@code newest}. */
    public int version(String what, int newest) {
        int version = octet();
        if (version < 1 || version > newest) {
            throw new MalformedBytesException(what + " of version " + version + ", this release reads up to " + newest);
        }
        return version;
    }

    /** See {@link ByteWriter#count}. */
    public long count() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new MalformedBytesException("a number longer than ten bytes");
    }

    /** A {@link ByteWriter#count} that says how many elements follow; at most as many as bytes are left. */
    public int length() {
        long length = count();
        if (length < 0 || length > bytes.length - position) {
            throw new MalformedBytesException("a length of " + length + " where " + left() + " bytes are left");
        }
        return (int) length;
    }

    /** A {@link ByteWriter#count} that is an index into a list of so many elements. */
    public int index(int size) {
        long index = count();
        if (index < 0 || index >= size) {
            throw new MalformedBytesException("an index of " + index + " into " + size + " elements");
        }
        return (int) index;
    }

    /** See {@link ByteWriter#whole}. */
    public long whole() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    /** See {@link ByteWriter#fixed}. */
    public long fixed() {
        need(Long.BYTES);
        position += Long.BYTES;
        return (long) EIGHT.get(bytes, position - Long.BYTES);
    }

    /** See {@link ByteWriter#number}. */
    public double number() {
        return Double.longBitsToDouble(fixed());
    }

    /** See {@link ByteWriter#flag}. */
    public boolean flag() {
        return octet() != 0;
    }

    /** See {@link ByteWriter#text}. */
    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    /** See {@link ByteWriter#optional}. */
    public Optional<String> optional() {
        return flag() ? Optional.of(text()) : Optional.empty();
    }

    /** See {@link ByteWriter#block}. */
    public byte[] block() {
        return raw(length());
    }

    /** The next {@code length} bytes as they are. */
    public byte[] raw(int length) {
        need(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** How many bytes have not been read. */
    public int left() {
        return bytes.length - position;
    }

    private void need(int more) {
        if (bytes.length - position < more) {
            throw new MalformedBytesException("the bytes end at " + bytes.length + ", " + more + " more were expected");
        }
    }
}
