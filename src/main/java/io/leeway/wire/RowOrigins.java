package io.leeway.wire;

import java.util.Arrays;

/** Where in its request each row of a batch stood: the two differ behind the first rejected row. Immutable. */
public final class RowOrigins {
    private final int[] requestRows;

    RowOrigins(int[] requestRows, int rows) {
        this.requestRows = Arrays.copyOf(requestRows, rows);
    }

    /** The index in the request of a row of the batch. */
    public long of(long batchRow) {
        return requestRows[(int) batchRow];
    }
}
