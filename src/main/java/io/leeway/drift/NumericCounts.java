package io.leeway.drift;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.NumericProfile;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinnedDistribution;
import java.util.Arrays;

/**
 * A numeric column of a window or of a reference, as counts on the bins of a baseline.
 *
 * @param rows of the profile that can tell of the column, with or without a value, on whatever baseline
 * @param display counts of the display bins; empty when the baseline has none for the column
 * @param below values below the reference's smallest
 * @param above values above the reference's largest
 * @param lowTail values in the slots that together hold at most the reference's lowest 1 %
 * @param highTail values in the slots that together hold at most the reference's highest 1 %
 */
public record NumericCounts(
        long rows, long missing, long wrongType, long[] display, long below, long above, long lowTail, long highTail) {
    /** The counts of a profile whose rows were held against the baseline. */
    public static NumericCounts of(ReferenceColumns columns, Profile profile, FeatureKey key) {
        NumericProfile column = profile.numeric(key);
        long rows = profile.rowsOfNumeric(key);
        return columns.numeric(key)
                .map(reference -> against(reference, column, rows, columns.baseline()))
                .orElseGet(() ->
                        new NumericCounts(rows, column.missing(rows), column.wrongType(), new long[0], 0, 0, 0, 0));
    }

    private static NumericCounts against(
            NumericReference reference, NumericProfile column, long rows, String baseline) {
        BinnedDistribution values = column.distribution(baseline, reference.bins());
        return new NumericCounts(
                rows,
                column.missing(rows),
                column.wrongType(),
                values.display(),
                values.below(),
                values.above(),
                values.upTo(reference.lowTail()),
                values.total() - values.upTo(reference.highTail()));
    }

    /** Values on the baseline's bins. */
    public long valid() {
        return Arrays.stream(display).sum();
    }
}
