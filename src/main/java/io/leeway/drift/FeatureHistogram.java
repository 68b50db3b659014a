package io.leeway.drift;

import io.leeway.catalog.FeatureKind;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.sketch.Bins;
import java.util.List;

/**
 * The counts of a column in the display bins, baseline and window side by side, for charts.
 *
 * @param bins categories, or intervals such as {@code (1.5, 2]} whose ends are rounded to six digits; none where the
 *     baseline has no valid value of the column
 */
public record FeatureHistogram(List<String> bins, long[] baseline, long[] window) {
    public FeatureHistogram {
        bins = List.copyOf(bins);
    }

    public static FeatureHistogram of(Baseline baseline, Profile window, FeatureKey key, FeatureKind kind) {
        return switch (kind) {
            case NUMERIC ->
                baseline.layout()
                        .bins(key)
                        .map(bins -> numeric(bins, baseline, window, key))
                        .orElse(new FeatureHistogram(List.of(), new long[0], new long[0]));
            case CATEGORICAL -> categorical(baseline, window, key);
        };
    }

    private static FeatureHistogram numeric(Bins bins, Baseline baseline, Profile window, FeatureKey key) {
        return new FeatureHistogram(
                new Intervals(bins.display()).names(),
                baseline.whole().numeric(key).bins(baseline.id()).display(bins),
                window.numeric(key).bins(baseline.id()).display(bins));
    }

    private static FeatureHistogram categorical(Baseline baseline, Profile window, FeatureKey key) {
        PairedCategories pair = PairedCategories.of(
                baseline.whole().categorical(key).categories(),
                window.categorical(key).categories());
        return new FeatureHistogram(pair.names(), pair.reference(), pair.window());
    }
}
