package io.leeway.wire;

import io.leeway.ingest.Rejection.Reason;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CSV with a header. Without one that can be used nothing is read. */
final class CsvDecoder<T> implements Decoder<T>, CsvCutter.RecordReader {
    private final Rows<T> rows;
    private final CsvCutter cutter;
    private final Cell cell = new Cell();
    private Optional<CsvHeader> header = Optional.empty();
    private Optional<String> refused = Optional.empty();

    CsvDecoder(Rows<T> rows, Limits limits) {
        this.rows = rows;
        this.cutter = new CsvCutter(this, limits.rowBytes());
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        if (refused.isEmpty()) {
            cutter.feed(bytes, from, to);
        }
    }

    @Override
    public Decoded<T> finish() {
        if (refused.isEmpty()) {
            cutter.finish();
        }
        if (refused.isEmpty() && header.isEmpty()) {
            refused = Optional.of("The body is empty: send a header and at least one row.");
        }
        Decoded<T> decoded = rows.finish();
        return refused.map(decoded::unreadable).orElse(decoded);
    }

    @Override
    public void record(CsvRecord record) {
        try {
            if (refused.isPresent()) {
                return;
            }
            if (header.isEmpty()) {
                readHeader(record);
            } else {
                readRow(record, header.get());
            }
        } catch (CharacterCodingException e) {
            broken(Reason.BAD_ROW, "The row is not UTF-8.");
        }
    }

    @Override
    public void broken(Reason reason, String detail) {
        if (refused.isPresent()) {
            return;
        }
        if (header.isPresent()) {
            rows.broken(reason, detail);
        } else {
            refused = Optional.of("The header cannot be read. " + detail);
        }
    }

    private void readHeader(CsvRecord record) throws CharacterCodingException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < record.cells(); i++) {
            names.add(record.text(i));
        }
        refused = CsvHeader.problem(names);
        header = Optional.of(CsvHeader.of(names));
    }

    private void readRow(CsvRecord record, CsvHeader columns) throws CharacterCodingException {
        if (record.cells() != columns.size()) {
            broken(
                    Reason.BAD_ROW,
                    "The row has " + record.cells() + " cells, the header " + columns.size() + " columns.");
            return;
        }
        for (int i = 0; i < record.cells(); i++) {
            record.read(i, cell);
            columns.put(i, cell, rows);
        }
        rows.end();
    }
}
