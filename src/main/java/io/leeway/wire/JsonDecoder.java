package io.leeway.wire;

/** JSON and NDJSON. */
final class JsonDecoder<T> implements Decoder<T> {
    private final RowBoundary boundary;
    private final Rows<T> rows;
    private final JsonRow row;
    private final RowCutter cutter;

    JsonDecoder(RowBoundary boundary, Rows<T> rows, Limits limits) {
        this.boundary = boundary;
        this.rows = rows;
        this.row = new JsonRow(rows, limits);
        this.cutter = new RowCutter(boundary, row, limits.rowBytes());
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        cutter.feed(bytes, from, to);
    }

    @Override
    public Decoded<T> finish() {
        cutter.finish();
        row.close();
        Decoded<T> decoded = rows.finish();
        return boundary.closing() == RowBoundary.Closing.EMPTY
                ? decoded.unreadable("The body is empty: send at least one row.")
                : decoded;
    }
}
