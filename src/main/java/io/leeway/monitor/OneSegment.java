package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.drift.Baseline;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.Verdict;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the segment without which a drifted feature of the whole is stable. The segments of a feature make up the whole, so
 * what is left without one is the sum of the others, in the window as in the baseline. Only the segment that changed most,
 * rows times population stability index, is tried. The others are said to be stable only where the drift of the whole would
 * have been found in as few rows as theirs.
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
        Part whole = new Part(key, sums.sum(key, end).profile(), baseline);
        List<List<Part>> cuts = new ArrayList<>();
        baseline.segments().byFeature().forEach((feature, segments) -> {
            List<Part> parts = segments.stream()
                    .map(segment -> part(key.of(segment), end, baseline))
                    .toList();
            if (parts.size() > 1 && rows(parts) == features.get(0).n()) {
                cuts.add(parts);
            }
        });
        return features.stream().map(feature -> explained(feature, whole, cuts)).toList();
    }

    private FeatureReport explained(FeatureReport feature, Part whole, List<List<Part>> cuts) {
        Optional<FeatureKey> column = Columns.of(model).keySet().stream()
                .filter(key -> key.name().equals(feature.name()) && key.role() == feature.role())
                .filter(unused -> hasDrifted(feature))
                .findFirst();
        return column.flatMap(key -> cuts.stream()
                        .filter(parts -> !areValuesOf(feature, parts))
                        .flatMap(parts -> culprit(key, feature, whole, parts).stream())
                        .min(Comparator.comparing(Culprit::certain).reversed()))
                .map(culprit -> feature.because(culprit.sentence()))
                .orElse(feature);
    }

    private Optional<Culprit> culprit(FeatureKey column, FeatureReport feature, Part whole, List<Part> parts) {
        Part suspect = parts.get(0);
        for (Part part : parts) {
            suspect = change(part, column, feature) > change(suspect, column, feature) ? part : suspect;
        }
        String segment = suspect.key().segment();
        Rest rest = rest(suspect, parts);
        return switch (verdict(rest.comparison().evidence(column, feature.kind(), rest.profile()))) {
            case DRIFTED -> Optional.empty();
            case STABLE -> Optional.of(new Culprit(segment, wouldShow(column, feature, whole, rest)));
            case UNDECIDED -> Optional.of(new Culprit(segment, false));
        };
    }

    /** Whether the drift of the whole would be found in as few rows as are left. */
    private boolean wouldShow(FeatureKey column, FeatureReport feature, Part whole, Rest rest) {
        FeatureEvidence evidence = baselines
                .comparison(whole.baseline(), whole.key(), zone())
                .evidence(column, feature.kind(), whole.profile())
                .thinned(
                        rest.profile().rows() / (double) whole.profile().rows(),
                        rest.reference().n()
                                / (double) whole.baseline().baseline().n());
        return verdict(evidence) == Verdict.DRIFTED;
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

    private Rest rest(Part suspect, List<Part> parts) {
        List<Part> others =
                parts.stream().filter(part -> !part.key().equals(suspect.key())).toList();
        Profile rest = new Profile();
        others.forEach(part -> rest.merge(part.profile()));
        Baseline reference = Baseline.together(
                others.stream().map(part -> part.baseline().baseline()).toList());
        return new Rest(
                rest,
                reference,
                new WindowComparison(reference.reference(suspect.key().size(), zone())));
    }

    private Verdict verdict(FeatureEvidence evidence) {
        ModelSettings settings = model.settings();
        Judge judge =
                new Judge(new JudgeSettings(settings.familyAlpha(), settings.tolerance(), settings.rateTolerance()));
        return judge.judge(List.of(evidence)).get(0).verdict();
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

    /** A segment of the window, or the whole. */
    private record Part(WindowKey key, Profile profile, ModelBaseline baseline) {}

    /** All segments of a feature but one. */
    private record Rest(Profile profile, Baseline reference, WindowComparison comparison) {}

    /**
     * A segment that changed most, the others being stable.
     *
     * @param certain whether the others are enough to tell
     */
    private record Culprit(String segment, boolean certain) {
        String sentence() {
            return certain
                    ? "all of it is " + segment
                    : segment + " changed most, and the others have too few rows to tell whether it is all of it";
        }
    }
}
