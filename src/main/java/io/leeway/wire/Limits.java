package io.leeway.wire;

import io.leeway.ingest.Allowed;
import io.leeway.ingest.Limit;

/**
 * How much one request may hold. A row beyond a limit is rejected with a reason; the others stand.
 *
 * @param rowBytes {@link Limit#ROW_BYTES}
 * @param rows {@link Limit#ROWS}
 * @param columns {@link Limit#COLUMNS}
 * @param cells {@link Limit#CELLS}
 * @param textBytes {@link Limit#TEXT_BYTES}
 */
public record Limits(int rowBytes, int rows, int columns, long cells, int textBytes) {
    public static Limits withDefaults() {
        return of(Allowed.withDefaults());
    }

    public static Limits of(Allowed allowed) {
        return new Limits(
                (int) allowed.most(Limit.ROW_BYTES),
                (int) allowed.most(Limit.ROWS),
                (int) allowed.most(Limit.COLUMNS),
                allowed.most(Limit.CELLS),
                (int) allowed.most(Limit.TEXT_BYTES));
    }
}
