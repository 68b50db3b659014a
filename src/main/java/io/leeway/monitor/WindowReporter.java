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
     * @param comparison empty without a baseline
     */
    WindowReport report(
            WindowKey key, Instant end, boolean closed, Partial sum, Optional<WindowComparison> comparison) {
        Profile profile = sum.profile();
        List<FeatureReport> features = features(profile, verdicts(closed, profile, comparison));
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
                features);
    }

    /** What the baseline says of itself. */
    Reports.BaselineSummary summary() {
        Baseline own = baseline.orElseThrow().baseline();
        List<FeatureVerdict> verdicts = undecided("the baseline itself");
        return new Reports.BaselineSummary(own.id(), own.n(), own.learned(), features(own.whole(), verdicts));
    }

    /** One verdict per column; only closed windows are judged. */
    private List<FeatureVerdict> verdicts(boolean closed, Profile profile, Optional<WindowComparison> comparison) {
        if (!closed) {
            return undecided("the window is open");
        }
        if (comparison.isEmpty()) {
            return undecided("there is no baseline yet");
        }
        ModelSettings settings = model.settings();
        List<FeatureEvidence> evidence = new ArrayList<>();
        Columns.of(model)
                .forEach((column, kind) -> evidence.add(comparison.get().evidence(column, kind, profile)));
        return new Judge(new JudgeSettings(settings.alpha(), settings.tolerance(), settings.rateTolerance()))
                .judge(evidence);
    }

    private List<FeatureVerdict> undecided(String reason) {
        return Columns.of(model).keySet().stream()
                .map(column -> FeatureVerdict.undecided(column.name(), reason))
                .toList();
    }

    private List<FeatureReport> features(Profile profile, List<FeatureVerdict> verdicts) {
        List<FeatureReport> features = new ArrayList<>();
        Columns.of(model)
                .forEach((column, kind) -> features.add(feature(profile, column, kind, verdicts.get(features.size()))));
        return features;
    }

    private FeatureReport feature(Profile profile, FeatureKey column, FeatureKind kind, FeatureVerdict verdict) {
        Figures figures = baseline.map(it -> FeatureFigures.against(it.baseline(), profile, column, kind))
                .orElseGet(() -> FeatureFigures.alone(profile, column, kind));
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
