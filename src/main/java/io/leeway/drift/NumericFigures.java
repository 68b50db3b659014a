package io.leeway.drift;

import static io.leeway.drift.FeatureFigures.share;

import io.leeway.profile.FeatureKey;
import io.leeway.profile.NumericProfile;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Moments;
import io.leeway.statistics.Figures;
import io.leeway.statistics.Hellinger;
import io.leeway.statistics.JensenShannon;
import io.leeway.statistics.KolmogorovSmirnov;
import io.leeway.statistics.PopulationStability;
import io.leeway.statistics.Wasserstein;

/** The figures of a numeric column. */
final class NumericFigures {
    private NumericFigures() {}

    static Figures alone(Profile window, FeatureKey key) {
        NumericProfile column = window.numeric(key);
        return FeatureFigures.rates(column, window.rowsOfNumeric(key))
                .put("mean", column.moments().mean())
                .put("std", column.moments().std())
                .put("min", column.moments().min())
                .put("max", column.moments().max());
    }

    static Figures against(ReferenceColumns columns, Profile window, FeatureKey key) {
        Figures figures = alone(window, key);
        Profile whole = columns.whole();
        if (whole.numericKeys().contains(key)) {
            putReference(whole.numeric(key), whole.rows(), figures);
        }
        columns.numeric(key)
                .ifPresent(reference -> putDistances(
                        reference,
                        window.numeric(key).distribution(columns.baseline(), reference.bins()),
                        whole.numeric(key).moments(),
                        figures));
        return figures;
    }

    private static void putReference(NumericProfile column, long rows, Figures figures) {
        figures.put("ref_missing_rate", share(column.missing(rows), rows))
                .put("ref_mean", column.moments().mean())
                .put("ref_std", column.moments().std());
    }

    private static void putDistances(
            NumericReference reference, BinnedDistribution window, Moments moments, Figures figures) {
        if (window.total() == 0) {
            return;
        }
        putOnDisplayBins(reference.display(), window.display(), figures);
        putOnFineBins(reference.distribution(), window, moments, figures);
        figures.put("q25", window.quantile(0.25))
                .put("median", window.quantile(0.5))
                .put("q75", window.quantile(0.75))
                .put("out_of_range_rate", share(window.below() + window.above(), window.total()));
    }

    private static void putOnDisplayBins(long[] reference, long[] window, Figures figures) {
        figures.put("bins", reference.length)
                .put("psi", PopulationStability.floored(reference, window))
                .put("psi_half", PopulationStability.half(reference, window))
                .put("js", JensenShannon.distance(reference, window))
                .put("hellinger", Hellinger.distance(reference, window));
    }

    private static void putOnFineBins(
            BinnedDistribution reference, BinnedDistribution window, Moments moments, Figures figures) {
        KolmogorovSmirnov.of(reference, window)
                .ifPresent(ks -> figures.put("ks", ks.statistic()).put("ks_p", ks.p()));
        Wasserstein.distance(reference, window)
                .ifPresent(distance -> figures.put("wasserstein", distance)
                        .put(
                                "wasserstein_norm",
                                distance / moments.populationStd().orElse(0)));
    }
}
