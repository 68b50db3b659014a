package io.leeway.wire;

import io.leeway.ingest.Rejection.Reason;
import java.util.Arrays;

/** Cuts chunks into rows. A row within one chunk is handed on where it stands; one across chunks is put together. */
final class RowCutter {
    private final RowBoundary boundary;
    private final RowReader reader;
    private final int longest;
    private byte[] carried = new byte[0];
    private int length;
    private boolean inRow;
    private boolean tooLong;

    /** @param longest the most bytes of a row */
    RowCutter(RowBoundary boundary, RowReader reader, int longest) {
        this.boundary = boundary;
        this.reader = reader;
        this.longest = longest;
    }

    void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (!inRow) {
                at = boundary.begin(bytes, at, to);
                inRow = at < to;
            }
            if (inRow) {
                int end = boundary.end(bytes, at, to);
                if (end < 0) {
                    carry(bytes, at, to);
                    return;
                }
                endRow(bytes, at, end);
                at = end;
            }
        }
    }

    void finish() {
        if (inRow && !boundary.wholeAtEnd()) {
            reader.broken(Reason.BAD_ROW, "The body ends in the middle of this row.");
            return;
        }
        if (inRow) {
            endRow(carried, 0, 0);
        }
        if (boundary.closing() == RowBoundary.Closing.CUT_OFF) {
            reader.broken(Reason.BAD_ROW, "The array is not closed: the body ends before it, rows may be missing.");
        }
    }

    private void endRow(byte[] bytes, int from, int to) {
        if (tooLong || length + (to - from) > longest) {
            reader.broken(Reason.TOO_LARGE, "The row is longer than " + longest + " bytes.");
        } else if (length == 0) {
            reader.row(bytes, from, to);
        } else {
            carry(bytes, from, to);
            reader.row(carried, 0, length);
        }
        length = 0;
        inRow = false;
        tooLong = false;
    }

    private void carry(byte[] bytes, int from, int to) {
        int count = to - from;
        tooLong |= length + count > longest;
        if (tooLong) {
            return;
        }
        if (carried.length - length < count) {
            carried = Arrays.copyOf(carried, Math.max(carried.length * 2, length + count));
        }
        System.arraycopy(bytes, from, carried, length, count);
        length += count;
    }

    /** Reads the rows that were cut. */
    interface RowReader {
        void row(byte[] bytes, int from, int to);

        void broken(Reason reason, String detail);
    }
}
