package io.leeway.drift;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.NumericProfile;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
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
    private static final double TAIL = 0.01;

    /** The counts of a profile whose rows were held against the baseline. */
    public static NumericCounts of(Baseline baseline, Profile profile, FeatureKey key) {
        NumericProfile column = profile.numeric(key);
        long rows = profile.rowsOfNumeric(key);
        return baseline.layout()
                .bins(key)
                .map(bins -> on(bins, baseline, profile, key))
                .orElseGet(() ->
                        new NumericCounts(rows, column.missing(rows), column.wrongType(), new long[0], 0, 0, 0, 0));
    }

    private static NumericCounts on(Bins bins, Baseline baseline, Profile profile, FeatureKey key) {
        NumericProfile column = profile.numeric(key);
        long rows = profile.rowsOfNumeric(key);
        BinnedDistribution values = column.distribution(baseline.id(), bins);
        BinnedDistribution reference = baseline.whole().numeric(key).distribution(baseline.id(), bins);
        return new NumericCounts(
                rows,
                column.missing(rows),
                column.wrongType(),
                values.display(),
                values.below(),
                values.above(),
                values.upTo(lowTail(reference)),
                values.total() - values.upTo(highTail(reference)));
    }

    /** Values on the baseline's bins. */
    public long valid() {
        return Arrays.stream(display).sum();
    }

    /** The last slot of the low tail. */
    private static int lowTail(BinnedDistribution reference) {
        int slot = 0;
        while (reference.upTo(slot + 1) <= TAIL * reference.total()) {
            slot++;
        }
        return slot;
    }

    /** The slot before the high tail. */
    private static int highTail(BinnedDistribution reference) {
        int slot = reference.bins().slots() - 2;
        while (reference.total() - reference.upTo(slot - 1) <= TAIL * reference.total()) {
            slot--;
        }
        return slot;
    }
}
