package io.leeway.wire;

/** Knows where one row ends and the next begins. Keeps its place from one chunk to the next. */
interface RowBoundary {
    /** The index of the first byte of the next row, {@code to} if there is none yet: skips what stands between rows. */
    int begin(byte[] bytes, int from, int to);

    /** The index behind the last byte of the row in hand, or -1 if it goes on behind {@code to}. */
    int end(byte[] bytes, int from, int to);

    /** Whether a row that is in hand when the bytes end is whole: a last line needs no line end. */
    boolean wholeAtEnd();

    /** Whether something that holds rows has begun, be it an empty one, and all of it that was opened is closed. */
    Closing closing();

    /** How the bytes stand at their end. */
    enum Closing {
        /** Nothing has come but white space. */
        EMPTY,
        /** The last array was not closed: rows may be lost. */
        CUT_OFF,
        COMPLETE
    }
}
