package io.leeway.wire;

import io.leeway.event.IdColumn;

/**
 * How much one request may hold. A row beyond a limit is rejected with a reason; the others stand.
 *
 * @param rowBytes the longest row
 * @param rows the most rows of a request
 * @param columns the most different features of a request, and likewise the most classes of {@code scores}
 * @param cells the most rows times columns: a batch keeps nine bytes for each, whether the row names the feature or not
 * @param textBytes the longest id, version and feature name
 */
public record Limits(int rowBytes, int rows, int columns, long cells, int textBytes) {
    public static Limits withDefaults() {
        return new Limits(1 << 20, 500_000, 2_000, 20_000_000, IdColumn.LONGEST);
    }
}
