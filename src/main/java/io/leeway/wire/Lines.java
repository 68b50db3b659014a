package io.leeway.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** NDJSON: a row is a line; blank lines are none. */
final class Lines implements RowBoundary {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** A one in each of eight bytes. */
    private static final long EACH = 0x0101_0101_0101_0101L;

    private boolean begun;

    @Override
    public int begin(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Between.rows(bytes[at])) {
            at++;
        }
        begun |= at < to;
        return at;
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && !holdsLineEnd((long) EIGHT.get(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at < to ? at : -1;
    }

    /** Whether one of eight bytes is a line end: only a byte of zero borrows from its own high bit (Warren, Hacker's Delight, 6-1). */
    private static boolean holdsLineEnd(long eight) {
        long zeroWhereLineEnd = eight ^ (EACH * '\n');
        return ((zeroWhereLineEnd - EACH) & ~zeroWhereLineEnd & (EACH << 7)) != 0;
    }

    @Override
    public boolean wholeAtEnd() {
        return true;
    }

    @Override
    public Closing closing() {
        return begun ? Closing.COMPLETE : Closing.EMPTY;
    }
}
