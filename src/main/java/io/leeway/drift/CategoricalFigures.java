package io.leeway.drift;

import static io.leeway.drift.FeatureFigures.share;

import io.leeway.profile.CategoricalProfile;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.ChiSquared;
import io.leeway.statistics.Figures;
import io.leeway.statistics.Hellinger;
import io.leeway.statistics.JensenShannon;
import io.leeway.statistics.LargestDifference;
import io.leeway.statistics.PopulationStability;
import java.util.Arrays;

/** The figures of a categorical column. */
final class CategoricalFigures {
    private CategoricalFigures() {}

    static Figures against(ReferenceColumns columns, Profile window, FeatureKey key) {
        CategoricalProfile column = window.categorical(key);
        Figures figures = FeatureFigures.rates(column, window.rowsOfCategorical(key));
        Profile whole = columns.whole();
        CategoricalProfile reference = whole.categorical(key);
        if (whole.categoricalKeys().contains(key)) {
            figures.put("ref_missing_rate", share(reference.missing(whole.rows()), whole.rows()));
        }
        if (reference.valid() > 0 && column.valid() > 0) {
            figures.putAll(distances(PairedCategories.of(reference.categories(), column.categories())));
        }
        return figures;
    }

    private static Figures distances(PairedCategories pair) {
        long[] r = pair.reference();
        long[] w = pair.window();
        Figures figures = new Figures()
                .put("bins", r.length)
                .put("psi", PopulationStability.floored(r, w))
                .put("psi_half", PopulationStability.half(r, w))
                .put("js", JensenShannon.distance(r, w))
                .put("hellinger", Hellinger.distance(r, w))
                .put("linf", LargestDifference.distance(r, w));
        ChiSquared.of(r, w)
                .ifPresent(test -> figures.put("chi2", test.statistic())
                        .put("chi2_dof", test.degreesOfFreedom())
                        .put("chi2_p", test.p()));
        pair.fresh().ifPresent(fresh -> figures.put("new_category_rate", share(fresh, sum(w))));
        return figures;
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
