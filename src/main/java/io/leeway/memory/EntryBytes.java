package io.leeway.memory;

import io.leeway.bytes.ByteWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How an entry stands in an array, at some index: its order ({@link IdKey#order}), its arrival, the lengths of its key and
 * of its value, and the two. Sizes are fixed so that an entry is passed over without being read.
 */
final class EntryBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int ARRIVAL = Long.BYTES;
    private static final int KEY_LENGTH = ARRIVAL + Long.BYTES;
    private static final int VALUE_LENGTH = KEY_LENGTH + Integer.BYTES;
    private static final int KEY = VALUE_LENGTH + Integer.BYTES;

    private EntryBytes() {}

    static int size(IdKey key, ByteWriter value) {
        return KEY + key.length() + value.size();
    }

    static void write(byte[] bytes, int at, IdKey key, long arrival, ByteWriter value) {
        LONG.set(bytes, at, key.order());
        LONG.set(bytes, at + ARRIVAL, arrival);
        INT.set(bytes, at + KEY_LENGTH, key.length());
        INT.set(bytes, at + VALUE_LENGTH, value.size());
        key.copy(bytes, at + KEY);
        value.copy(bytes, at + KEY + key.length());
    }

    static long order(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static int bucket(byte[] bytes, int at) {
        return (int) (order(bytes, at) >>> IdKey.PLACE_BITS);
    }

    static long arrival(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at + ARRIVAL);
    }

    /** The number of the model: the key begins with it, seven bits a byte, the lowest first. */
    static long model(byte[] bytes, int at) {
        long model = 0;
        int next = at + KEY;
        for (int shift = 0; ; shift += 7) {
            byte octet = bytes[next++];
            model |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return model;
            }
        }
    }

    /** The index behind the entry. */
    static int end(byte[] bytes, int at) {
        return value(bytes, at) + (int) INT.get(bytes, at + VALUE_LENGTH);
    }

    static Held held(byte[] bytes, int at) {
        return new Held(arrival(bytes, at), Arrays.copyOfRange(bytes, value(bytes, at), end(bytes, at)));
    }

    static boolean is(byte[] bytes, int at, IdKey key) {
        return order(bytes, at) == key.order()
                && model(bytes, at) == key.model()
                && key.hasId(bytes, at + KEY + key.modelLength(), value(bytes, at));
    }

    static boolean sameKey(byte[] bytes, int at, byte[] others, int other) {
        return Arrays.equals(bytes, at + KEY, value(bytes, at), others, other + KEY, value(others, other));
    }

    private static int value(byte[] bytes, int at) {
        return at + KEY + (int) INT.get(bytes, at + KEY_LENGTH);
    }
}
