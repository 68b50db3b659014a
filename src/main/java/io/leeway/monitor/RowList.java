package io.leeway.monitor;

import java.util.Arrays;

/** Rows of a batch that go to the same place. */
final class RowList {
    private int[] rows = new int[8];
    private int size;

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    /** The rows; only the first {@link #size} count. */
    int[] rows() {
        return rows;
    }

    /** The newest time of any of the rows. */
    long newest(long[] times) {
        return Arrays.stream(rows, 0, size).mapToLong(row -> times[row]).max().orElseThrow();
    }

    /** The oldest time of any of the rows. */
    long oldest(long[] times) {
        return Arrays.stream(rows, 0, size).mapToLong(row -> times[row]).min().orElseThrow();
    }

    int size() {
        return size;
    }
}
