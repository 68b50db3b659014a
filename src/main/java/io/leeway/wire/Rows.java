package io.leeway.wire;

import io.leeway.ingest.Rejection.Reason;

/** Takes the fields of one row after the other, the same for every format, and judges each row at its end. */
interface Rows<T> {
    /** Whether a field means something in these rows; one that does not is to be reported as {@link #unknown}. */
    boolean knows(Field field);

    /** A field with a single value. Set twice in one row, the later stands. */
    void field(Field field, Cell value);

    /** The fields {@code features} or {@code scores} begin, in which {@link #entry} goes on. */
    void open(Field field);

    /** One entry of {@code features} or {@code scores}. */
    void entry(Field field, String name, Cell value);

    /** A field that means nothing here. */
    void unknown();

    /** The row is complete. */
    void end();

    /** The row, whatever of it has been set, cannot be read. */
    void broken(Reason reason, String detail);

    /** All rows are complete. */
    Decoded<T> finish();
}
