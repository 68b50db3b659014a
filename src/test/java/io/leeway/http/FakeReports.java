package io.leeway.http;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.cause.LossReport;
import io.leeway.cause.LostPart;
import io.leeway.cause.Measure;
import io.leeway.change.Change;
import io.leeway.drift.MovedBin;
import io.leeway.drift.Verdict;
import io.leeway.estimate.EstimateReport;
import io.leeway.estimate.Trust;
import io.leeway.joint.JointFinding;
import io.leeway.joint.JointReport;
import io.leeway.monitor.DetectorReport;
import io.leeway.monitor.FeatureReport;
import io.leeway.monitor.Insights;
import io.leeway.monitor.ReferenceReport;
import io.leeway.monitor.Reports;
import io.leeway.monitor.WindowKey;
import io.leeway.monitor.WindowReport;
import io.leeway.profile.FeatureKey;
import io.leeway.sequential.Calibrated;
import io.leeway.statistics.Figures;
import io.leeway.truth.Maturity;
import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Knows one model, {@code flights}, one week of it, and one position it has reached. */
final class FakeReports implements Reports {
    static final Instant MONDAY = Instant.parse("2001-05-21T00:00:00Z");

    private final CompletableFuture<Void> later = new CompletableFuture<>();
    private volatile long reached = 10;

    /** Everything before any position is reported from now on. */
    void catchUp() {
        reached = Long.MAX_VALUE;
        later.complete(null);
    }

    @Override
    public List<ModelStatus> models() {
        return List.of(status());
    }

    @Override
    public Optional<ModelStatus> model(String name) {
        return name.equals("flights") ? Optional.of(status()) : Optional.empty();
    }

    @Override
    public List<WindowReport> windows(
            String model, WindowSize size, String version, String segment, Instant from, Instant to) {
        WindowReport report = report(new WindowKey(model, version, segment, size, MONDAY));
        return !MONDAY.isBefore(from) && MONDAY.isBefore(to) ? List.of(report) : List.of();
    }

    @Override
    public Optional<WindowReport> window(WindowKey key) {
        return key.start().equals(MONDAY) ? Optional.of(report(key)) : Optional.empty();
    }

    @Override
    public Optional<Histograms> histograms(WindowKey key, String feature) {
        return feature.equals("a/b")
                ? Optional.of(new Histograms(
                        FeatureKind.NUMERIC, List.of("(-inf, 1]", "(1, inf)"), List.of(3L, 4L), List.of(5L, 0L)))
                : Optional.empty();
    }

    @Override
    public Optional<BaselineSummary> baseline(String model, Optional<String> version) {
        return Optional.of(new BaselineSummary("b1", 2, false, List.of(feature())));
    }

    @Override
    public CompletionStage<Void> reached(long position) {
        return position <= reached ? CompletableFuture.completedFuture(null) : later;
    }

    private static ModelStatus status() {
        ModelSettings defaults = ModelSettings.withDefaults();
        ModelSettings settings = new ModelSettings(
                Optional.of(Task.BINARY),
                Optional.of("1"),
                List.of(WindowSize.DAY, WindowSize.WEEK),
                defaults.lateness(),
                defaults.idleAfter(),
                ZoneOffset.UTC,
                Map.of(),
                defaults.labelHorizon(),
                defaults.keepWindows(),
                defaults.alpha(),
                defaults.tolerance(),
                defaults.rateTolerance(),
                Map.of(),
                defaults.minLabelCoverage(),
                defaults.threshold(),
                defaults.privacy(),
                defaults.watching());
        Model model = new Model(
                "flights", settings, settings.task(), settings.positive(), Map.of("hour", FeatureKind.NUMERIC));
        return new ModelStatus(
                model,
                List.of("1", "2"),
                Optional.of(MONDAY),
                Optional.empty(),
                new Totals(5, 4, 1, 1, 3),
                new Totals(0, 0, 0, 0, 0),
                0);
    }

    private static WindowReport report(WindowKey key) {
        return new WindowReport(
                key,
                key.size().endOf(key.start(), ZoneOffset.UTC),
                true,
                2,
                40,
                0,
                30,
                1,
                Optional.of(new WindowReport.BaselineInfo("b1", 6000, false)),
                new Figures().put("accuracy", 0.875).put("tp", 7).put("precision", Double.NaN),
                new Figures(),
                PerformanceVerdict.undecided(Maturity.SPARSE, "too few labels are known yet"),
                Optional.of(new EstimateReport(new Figures().put("accuracy", 0.9), Trust.TRUSTED, "It held.")),
                "baseline",
                List.of(feature()),
                List.of(new ReferenceReport("seasonal 8", 900, List.of(feature()))),
                new Insights(
                        new Figures().put("accuracy", 0.85).put("positives_known", 0.5),
                        List.of(
                                new DetectorReport(
                                        Calibrated.CUSUM,
                                        Optional.of(new Change(
                                                Calibrated.CUSUM, MONDAY, MONDAY.minusSeconds(86_400), 0.1, 0.2))),
                                new DetectorReport(Calibrated.ADWIN, Optional.empty())),
                        Optional.of(new JointReport(
                                40,
                                3,
                                0,
                                List.of(new JointFinding("mean_shift", 0.2, 0.1, 0.001, true, "Means moved.")))),
                        Optional.of(new LossReport(
                                12,
                                List.of(new LostPart(
                                        "state=NY",
                                        Measure.RECALL,
                                        true,
                                        40,
                                        0.4,
                                        0.9,
                                        0.6,
                                        new LostPart.Contribution(0.12, 0.06, 0.18),
                                        0.8,
                                        1e-6))))));
    }

    private static FeatureReport feature() {
        return new FeatureReport(
                "distance",
                FeatureKey.Role.FEATURE,
                FeatureKind.NUMERIC,
                40,
                39,
                new Figures()
                        .put("psi", 0.25)
                        .put("bins", 10)
                        .put("importance", 0.3)
                        .put("rank", 1),
                new FeatureReport.Rates(Verdict.STABLE, OptionalDouble.empty()),
                Verdict.DRIFTED,
                "Larger than usual.",
                List.of(new MovedBin("(1076, inf)", 0.1, 0.3)));
    }
}
