package io.leeway.drift;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.NumericProfile;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinCounts;
import io.leeway.sketch.Bins;
import java.util.Arrays;

/**
 * A numeric column of a window or of a reference, as counts on the bins of a baseline.
 *
 * @param rows of the profile, with or without a value, on whatever baseline
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
        return baseline.layout()
                .bins(key)
                .map(bins -> on(bins, baseline, profile, key))
                .orElseGet(() -> new NumericCounts(
                        profile.rows(), column.missing(profile.rows()), column.wrongType(), new long[0], 0, 0, 0, 0));
    }

    private static NumericCounts on(Bins bins, Baseline baseline, Profile profile, FeatureKey key) {
        NumericProfile column = profile.numeric(key);
        BinCounts counts = column.bins(baseline.id());
        long[] reference = baseline.whole().numeric(key).bins(baseline.id()).cumulative(bins);
        long[] cumulative = counts.cumulative(bins);
        return new NumericCounts(
                profile.rows(),
                column.missing(profile.rows()),
                column.wrongType(),
                counts.display(bins),
                counts.below(),
                counts.above(bins),
                lowTail(reference, cumulative),
                highTail(reference, cumulative));
    }

    /** Values on the baseline's bins. */
    public long valid() {
        return Arrays.stream(display).sum();
    }

    private static long lowTail(long[] reference, long[] cumulative) {
        double most = TAIL * last(reference);
        int slot = 0;
        while (slot + 1 < reference.length && reference[slot + 1] <= most) {
            slot++;
        }
        return cumulative[slot];
    }

    private static long highTail(long[] reference, long[] cumulative) {
        double most = TAIL * last(reference);
        int slot = reference.length - 1;
        while (slot > 1 && last(reference) - reference[slot - 2] <= most) {
            slot--;
        }
        return last(cumulative) - cumulative[slot - 1];
    }

    private static long last(long[] cumulative) {
        return cumulative[cumulative.length - 1];
    }
}
