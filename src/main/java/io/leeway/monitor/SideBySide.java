package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.drift.Baseline;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.sketch.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Histograms of a baseline and a window in the same bins, for charts. */
final class SideBySide {
    private final Model model;
    private final Baseline baseline;

    SideBySide(Model model, Baseline baseline) {
        this.model = model;
        this.baseline = baseline;
    }

    Optional<Reports.Histograms> histograms(String feature, Profile window) {
        return switch (feature) {
            case "score" -> numeric(FeatureKey.SCORE, window);
            case "prediction" ->
                model.task().filter(Task.REGRESSION::equals).isPresent()
                        ? numeric(FeatureKey.PREDICTION, window)
                        : Optional.of(categorical(FeatureKey.PREDICTION, window));
            default ->
                model.kind(feature)
                        .flatMap(kind -> kind == FeatureKind.NUMERIC
                                ? numeric(FeatureKey.feature(feature), window)
                                : Optional.of(categorical(FeatureKey.feature(feature), window)));
        };
    }

    private Optional<Reports.Histograms> numeric(FeatureKey key, Profile window) {
        return baseline.layout()
                .bins(key)
                .map(bins -> new Reports.Histograms(
                        FeatureKind.NUMERIC,
                        intervals(bins),
                        counts(baseline.whole(), key, bins),
                        counts(window, key, bins)));
    }

    private Reports.Histograms categorical(FeatureKey key, Profile window) {
        Set<String> names = new TreeSet<>(
                baseline.whole().categorical(key).categories().categories().keySet());
        names.addAll(window.categorical(key).categories().categories().keySet());
        return new Reports.Histograms(
                FeatureKind.CATEGORICAL,
                List.copyOf(names),
                counts(baseline.whole(), key, names),
                counts(window, key, names));
    }

    private List<Long> counts(Profile profile, FeatureKey key, Bins bins) {
        return Arrays.stream(profile.numeric(key).bins(baseline.id()).display(bins))
                .boxed()
                .toList();
    }

    private static List<Long> counts(Profile profile, FeatureKey key, Set<String> names) {
        return names.stream()
                .map(name -> profile.categorical(key).categories().count(name))
                .toList();
    }

    private static List<String> intervals(Bins bins) {
        List<String> names = new ArrayList<>();
        String lower = "(-∞";
        for (double edge : bins.display()) {
            names.add(lower + ", " + edge + "]");
            lower = "(" + edge;
        }
        names.add(lower + ", ∞)");
        return names;
    }
}
