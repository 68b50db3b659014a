package io.leeway.drift;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.NumericProfile;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;

/**
 * A numeric column of a reference, as every window is compared with it: worked out once.
 *
 * @param lowTail the last of the slots that together hold at most the reference's lowest 1 %
 * @param highTail the slot before those that together hold at most its highest 1 %
 */
record NumericReference(Bins bins, BinnedDistribution distribution, long[] display, int lowTail, int highTail) {
    private static final double TAIL = 0.01;

    static NumericReference of(Bins bins, Profile whole, String baseline, FeatureKey key) {
        NumericProfile column = whole.numeric(key);
        BinnedDistribution distribution = column.distribution(baseline, bins);
        return new NumericReference(
                bins, distribution, distribution.display(), lowTail(distribution), highTail(distribution));
    }

    private static int lowTail(BinnedDistribution reference) {
        int slot = 0;
        while (slot < reference.bins().slots() - 2 && reference.upTo(slot + 1) <= TAIL * reference.total()) {
            slot++;
        }
        return slot;
    }

    private static int highTail(BinnedDistribution reference) {
        int slot = reference.bins().slots() - 2;
        while (slot > 1 && reference.total() - reference.upTo(slot - 1) <= TAIL * reference.total()) {
            slot--;
        }
        return slot;
    }
}
