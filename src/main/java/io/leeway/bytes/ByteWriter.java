package io.leeway.bytes;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Appends values to a growing array. Small whole numbers take one byte (LEB128), doubles eight, texts their UTF-8 with
 * its length in front. Not safe for several threads.
 */
public final class ByteWriter {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer;
    private int size;

    public ByteWriter() {
        this(256);
    }

    /** A writer that holds {@code capacity} bytes before it grows. */
    public ByteWriter(int capacity) {
        this.buffer = new byte[Math.max(16, capacity)];
    }

    /** One byte, the low eight bits of {@code value}. */
    @CanIgnoreReturnValue
    public ByteWriter octet(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
        return this;
    }

    /** A whole number, small when it is near zero and not negative (a negative one takes ten bytes). */
    @CanIgnoreReturnValue
    public ByteWriter count(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        return this;
    }

    /** A whole number of either sign, small when it is near zero (zig-zag). */
    @CanIgnoreReturnValue
    public ByteWriter whole(long value) {
        return count((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, most significant first: for keys, where bytes sort as (non-negative) numbers do. */
    @CanIgnoreReturnValue
    public ByteWriter fixed(long value) {
        ensure(Long.BYTES);
        EIGHT.set(buffer, size, value);
        size += Long.BYTES;
        return this;
    }

    /** A double, bit for bit. */
    @CanIgnoreReturnValue
    public ByteWriter number(double value) {
        return fixed(Double.doubleToRawLongBits(value));
    }

    /** True or false. */
    @CanIgnoreReturnValue
    public ByteWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** A text as its length in bytes and its UTF-8. */
    @CanIgnoreReturnValue
    public ByteWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text or nothing. */
    @CanIgnoreReturnValue
    public ByteWriter optional(Optional<String> value) {
        flag(value.isPresent());
        value.ifPresent(this::text);
        return this;
    }

    /** Bytes with their length in front. */
    @CanIgnoreReturnValue
    public ByteWriter block(byte[] value) {
        count(value.length);
        return raw(value, 0, value.length);
    }

    /** Bytes as they are. */
    @CanIgnoreReturnValue
    public ByteWriter raw(byte[] value, int offset, int length) {
        ensure(length);
        System.arraycopy(value, offset, buffer, size, length);
        size += length;
        return this;
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** Begins anew, in the same memory. */
    public void clear() {
        size = 0;
    }

    /** Copies what has been written into an array. */
    public void copy(byte[] to, int at) {
        System.arraycopy(buffer, 0, to, at, size);
    }

    /** A copy of what has been written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
