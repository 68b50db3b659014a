package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.Verdict;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the segment without which a drifted feature of the whole is stable. The segments of a feature make up the whole, so
 * what is left without one is the sum of the others, in the window as in the baseline. Only the segment that changed most,
 * rows times population stability index, is tried.
 */
final class OneSegment {
    private final Model model;
    private final Baselines baselines;
    private final WindowSums sums;

    OneSegment(Model model, Baselines baselines, WindowSums sums) {
        this.model = model;
        this.baselines = baselines;
        this.sums = sums;
    }

    /** The features of a window of the whole; the reason of a drifted one names the segment that is all of it. */
    List<FeatureReport> explained(WindowKey key, Instant end, ModelBaseline baseline, List<FeatureReport> features) {
        if (!key.isOfWhole() || features.stream().noneMatch(OneSegment::hasDrifted)) {
            return features;
        }
        List<List<Part>> cuts = new ArrayList<>();
        baseline.segments().byFeature().forEach((feature, segments) -> {
            List<Part> parts = segments.stream()
                    .map(segment -> part(key.of(segment), end, baseline))
                    .toList();
            if (parts.size() > 1 && rows(parts) == features.get(0).n()) {
                cuts.add(parts);
            }
        });
        return features.stream().map(feature -> explained(feature, cuts)).toList();
    }

    private FeatureReport explained(FeatureReport feature, List<List<Part>> cuts) {
        Optional<FeatureKey> column = Columns.of(model).keySet().stream()
                .filter(key -> key.name().equals(feature.name()) && key.role() == feature.role())
                .filter(unused -> hasDrifted(feature))
                .findFirst();
        return column.flatMap(key -> cuts.stream()
                        .filter(parts -> !areValuesOf(feature, parts))
                        .flatMap(parts -> culprit(key, feature, parts).stream())
                        .findFirst())
                .map(culprit -> feature.because("all of it is " + culprit.key().segment()))
                .orElse(feature);
    }

    private Optional<Part> culprit(FeatureKey column, FeatureReport feature, List<Part> parts) {
        Part suspect = parts.get(0);
        for (Part part : parts) {
            suspect = change(part, column, feature) > change(suspect, column, feature) ? part : suspect;
        }
        return isStableWithout(suspect, column, feature, parts) ? Optional.of(suspect) : Optional.empty();
    }

    private static boolean areValuesOf(FeatureReport feature, List<Part> parts) {
        return parts.get(0).key().segment().startsWith(SegmentNames.name(feature.name(), ""));
    }

    private double change(Part part, FeatureKey column, FeatureReport feature) {
        double psi = baselines
                .comparison(part.baseline(), part.key(), zone())
                .figures(column, feature.kind(), part.profile())
                .get("psi")
                .orElse(0);
        return psi * part.profile().rows();
    }

    private boolean isStableWithout(Part suspect, FeatureKey column, FeatureReport feature, List<Part> parts) {
        List<Part> others =
                parts.stream().filter(part -> !part.key().equals(suspect.key())).toList();
        Profile rest = new Profile();
        others.forEach(part -> rest.merge(part.profile()));
        ModelSettings settings = model.settings();
        Judge judge =
                new Judge(new JudgeSettings(settings.familyAlpha(), settings.tolerance(), settings.rateTolerance()));
        WindowComparison comparison = baselines.without(
                suspect.key(), others.stream().map(Part::baseline).toList(), zone());
        return judge.judge(List.of(comparison.evidence(column, feature.kind(), rest)))
                        .get(0)
                        .verdict()
                == Verdict.STABLE;
    }

    private Part part(WindowKey key, Instant end, ModelBaseline whole) {
        return new Part(key, sums.sum(key, end).profile(), baselines.part(key, whole));
    }

    private ZoneId zone() {
        return model.settings().zone();
    }

    private static long rows(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.profile().rows()).sum();
    }

    private static boolean hasDrifted(FeatureReport feature) {
        return feature.verdict() == Verdict.DRIFTED;
    }

    /** A segment of the window. */
    private record Part(WindowKey key, Profile profile, ModelBaseline baseline) {}
}
