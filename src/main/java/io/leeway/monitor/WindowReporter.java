package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.drift.Baseline;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.FeatureFigures;
import io.leeway.drift.FeatureVerdict;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.Reference;
import io.leeway.drift.Verdict;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;
import io.leeway.truth.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the report of one window: a pure function of its sum, the baseline and the model's settings. */
final class WindowReporter {
    private final Model model;
    private final Optional<ModelBaseline> baseline;

    WindowReporter(Model model, Optional<ModelBaseline> baseline) {
        this.model = model;
        this.baseline = baseline;
    }

    /**
     * The report of one window.
     *
     * @param references what it is compared with, on the bins of the baseline
     */
    WindowReport report(WindowKey key, Instant end, boolean closed, Partial sum, References references) {
        Profile profile = sum.profile();
        List<Watched> watched =
                baseline.map(it -> references.of(key, closed, it)).orElseGet(List::of);
        Optional<Watched> first = watched.stream().findFirst();
        List<FeatureReport> features = features(profile, first, verdicts(closed, profile, first));
        return new WindowReport(
                key,
                end,
                closed,
                0,
                profile.rows(),
                baseline.map(it -> profile.rows() - profile.rowsOn(it.baseline().id()))
                        .orElse(0L),
                sum.tally().map(Tally::n).orElse(0L),
                (int) features.stream()
                        .filter(it -> it.verdict() == Verdict.DRIFTED)
                        .count(),
                baseline.map(it -> new WindowReport.BaselineInfo(
                        it.baseline().id(), it.baseline().n(), it.baseline().learned())),
                sum.tally()
                        .filter(tally -> tally.n() > 0)
                        .map(Tally::performance)
                        .orElseGet(Figures::new),
                baseline.map(ModelBaseline::performance).orElseGet(Figures::new),
                model.settings().watching().references().get(0).text(),
                features,
                closed ? others(profile, watched) : List.of());
    }

    private List<ReferenceReport> others(Profile profile, List<Watched> watched) {
        return watched.stream()
                .skip(1)
                .map(it -> new ReferenceReport(
                        it.name(),
                        it.n(),
                        features(profile, Optional.of(it), verdicts(true, profile, Optional.of(it)))))
                .toList();
    }

    /** What the baseline says of itself. */
    Reports.BaselineSummary summary() {
        Baseline own = baseline.orElseThrow().baseline();
        List<FeatureVerdict> verdicts = undecided("the baseline itself");
        return new Reports.BaselineSummary(
                own.id(), own.n(), own.learned(), features(own.whole(), Optional.of(itself(own)), verdicts));
    }

    private static Watched itself(Baseline own) {
        Reference reference = new Reference(own.columns(), List.of());
        return new Watched("baseline", own.n(), new WindowComparison(reference));
    }

    /** One verdict per column; only closed windows are judged. */
    private List<FeatureVerdict> verdicts(boolean closed, Profile profile, Optional<Watched> reference) {
        if (!closed) {
            return undecided("the window is open");
        }
        if (reference.isEmpty()) {
            return undecided("there is no baseline yet");
        }
        ModelSettings settings = model.settings();
        List<FeatureEvidence> evidence = new ArrayList<>();
        Columns.of(model)
                .forEach((column, kind) ->
                        evidence.add(reference.get().comparison().evidence(column, kind, profile)));
        return new Judge(new JudgeSettings(settings.familyAlpha(), settings.tolerance(), settings.rateTolerance()))
                .judge(evidence);
    }

    private List<FeatureVerdict> undecided(String reason) {
        return Columns.of(model).keySet().stream()
                .map(column -> FeatureVerdict.undecided(column.name(), reason))
                .toList();
    }

    private List<FeatureReport> features(Profile profile, Optional<Watched> reference, List<FeatureVerdict> verdicts) {
        List<FeatureReport> features = new ArrayList<>();
        Columns.of(model)
                .forEach((column, kind) -> features.add(feature(
                        profile,
                        column,
                        kind,
                        figures(profile, column, kind, reference),
                        verdicts.get(features.size()))));
        return features;
    }

    private static Figures figures(Profile profile, FeatureKey column, FeatureKind kind, Optional<Watched> reference) {
        return reference
                .map(it -> it.comparison().figures(column, kind, profile))
                .orElseGet(() -> FeatureFigures.alone(profile, column, kind));
    }

    private static FeatureReport feature(
            Profile profile, FeatureKey column, FeatureKind kind, Figures figures, FeatureVerdict verdict) {
        return new FeatureReport(
                column.name(),
                column.role(),
                kind,
                profile.rows(),
                valid(profile, column, kind),
                figures.putAll(verdict.figures()),
                rates(verdict),
                verdict.verdict(),
                verdict.reason());
    }

    private static FeatureReport.Rates rates(FeatureVerdict verdict) {
        return new FeatureReport.Rates(verdict.rateVerdict(), verdict.rateScore());
    }

    private static long valid(Profile profile, FeatureKey column, FeatureKind kind) {
        return kind == FeatureKind.NUMERIC
                ? profile.numeric(column).valid()
                : profile.categorical(column).valid();
    }
}
