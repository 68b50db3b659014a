package io.leeway.wire;

import io.leeway.ingest.Rejection.Reason;

/** Cuts bytes into CSV records (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. */
final class CsvCutter {
    private enum State {
        CELL_BEGINS,
        PLAIN,
        QUOTED,
        /** Behind a quote inside a quoted cell: the cell's end, or the first half of a doubled quote. */
        QUOTE
    }

    private final RecordReader reader;
    private final int longest;
    private final CsvRecord record;
    private State state = State.CELL_BEGINS;
    private boolean begun;
    private boolean behindQuote;
    private boolean inRecord;

    /** @param longest the most bytes of a record */
    CsvCutter(RecordReader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
        this.record = new CsvRecord(longest);
    }

    void feed(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte octet = bytes[at];
            inRecord = true;
            if (state == State.QUOTED) {
                quoted(octet);
            } else {
                unquoted(octet);
            }
        }
    }

    void finish() {
        if (state == State.QUOTED) {
            reader.broken(Reason.BAD_ROW, "A quote is opened in this row and never closed.");
        } else if (inRecord) {
            endRecord();
        }
    }

    private void quoted(byte octet) {
        if (octet == '"') {
            state = State.QUOTE;
        } else {
            record.append(octet);
        }
    }

    private void unquoted(byte octet) {
        switch (octet) {
            case ',' -> {
                record.endCell();
                state = State.CELL_BEGINS;
            }
            case '\n' -> endRecord();
            case '"' -> quote();
            default -> plain(octet);
        }
    }

    private void quote() {
        if (state == State.CELL_BEGINS) {
            state = State.QUOTED;
        } else {
            record.append((byte) '"');
            state = state == State.QUOTE ? State.QUOTED : State.PLAIN;
        }
    }

    private void plain(byte octet) {
        if (state == State.QUOTE && octet == '\r') {
            return;
        }
        behindQuote |= state == State.QUOTE;
        record.append(octet);
        state = State.PLAIN;
        if (!begun && record.isByteOrderMark()) {
            record.clear();
            state = State.CELL_BEGINS;
        }
    }

    private void endRecord() {
        if (state == State.PLAIN) {
            record.dropCarriageReturn();
        }
        boolean blank = state != State.QUOTE;
        record.endCell();
        if (record.tooLong()) {
            reader.broken(Reason.TOO_LARGE, "The row is longer than " + longest + " bytes.");
        } else if (behindQuote) {
            reader.broken(Reason.BAD_ROW, "Something follows a closing quote: double the quotes inside a cell.");
        } else if (!(blank && record.blank())) {
            reader.record(record);
        }
        record.clear();
        state = State.CELL_BEGINS;
        begun = true;
        behindQuote = false;
        inRecord = false;
    }

    /** Reads the records that were cut. */
    interface RecordReader {
        void record(CsvRecord record);

        void broken(Reason reason, String detail);
    }
}
