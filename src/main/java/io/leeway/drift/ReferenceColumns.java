package io.leeway.drift;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.Layout;
import io.leeway.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a reference: the bins a baseline cut, and the rows that windows are compared with as counts on them. What
 * comparisons need of a column is worked out when first asked for. One thread at a time.
 */
public final class ReferenceColumns {
    private final Layout layout;
    private final Profile whole;
    private final Map<FeatureKey, NumericReference> numeric = new HashMap<>();

    public ReferenceColumns(Layout layout, Profile whole) {
        this.layout = layout;
        this.whole = whole;
    }

    /** The id of the baseline that cut the bins. */
    String baseline() {
        return layout.baseline();
    }

    /** The profile of all rows of the reference. Not to be changed. */
    Profile whole() {
        return whole;
    }

    /** A numeric column as windows are compared with it; empty where the baseline has no valid value. */
    Optional<NumericReference> numeric(FeatureKey key) {
        return layout.bins(key)
                .map(bins -> numeric.computeIfAbsent(
                        key, column -> NumericReference.of(bins, whole, layout.baseline(), column)));
    }
}
