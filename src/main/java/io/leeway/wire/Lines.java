package io.leeway.wire;

/** NDJSON: a row is a line; blank lines are none. */
final class Lines implements RowBoundary {
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
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
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
