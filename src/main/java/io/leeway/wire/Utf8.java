package io.leeway.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells UTF-8 (RFC 3629; The Unicode Standard, table 3-7) from bytes that only look like it: a lenient reader takes
 * {@code C0 80} for a character, another one does not, and two rows would be one or one two.
 */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    static boolean is(byte[] bytes, int from, int to) {
        int at = ascii(bytes, from, to);
        while (at < to) {
            int count = character(bytes, at, to);
            if (count == 0) {
                return false;
            }
            at = ascii(bytes, at + count, to);
        }
        return true;
    }

    /** The index of the first byte beyond ASCII, {@code to} if there is none. */
    private static int ascii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) EIGHT.get(bytes, at) & BEYOND_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length of the character beyond ASCII that begins here, 0 if none does. */
    private static int character(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + count > to || !isSecond(first, bytes[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = 2; i < count; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return count;
    }

    /** Neither longer than it need be, nor a surrogate, nor beyond U+10FFFF. */
    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
