package io.leeway.wire;

import java.io.InputStream;

/** Hands one parser row after row: the stream seems to end with the row in hand, and goes on with the next. */
final class RowStream extends InputStream {
    private byte[] bytes = {};
    private int at;
    private int to;
    private long handedOut;
    private long begun;

    /** The next row, which must stay as it is until the one after it. */
    void begin(byte[] row, int from, int end) {
        bytes = row;
        at = from;
        to = end;
        begun = handedOut;
    }

    /** How many bytes of the rows before this one have been handed out. */
    long begun() {
        return begun;
    }

    @Override
    public int read() {
        if (at == to) {
            return -1;
        }
        handedOut++;
        return bytes[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        int count = Math.min(most, to - at);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        handedOut += count;
        return count;
    }
}
