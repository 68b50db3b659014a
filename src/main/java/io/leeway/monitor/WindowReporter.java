package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.ReferenceRule;
import io.leeway.drift.Baseline;
import io.leeway.drift.Reference;
import io.leeway.drift.Verdict;
import io.leeway.drift.WindowComparison;
import io.leeway.statistics.Figures;
import io.leeway.truth.Performance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the report of one window: a pure function of its sum, its references and the model's settings. */
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
     * @param references to look for what several features, or segments, say
     */
    WindowReport report(WindowKey key, Basis basis, References references) {
        Moment moment = basis.moment();
        WindowSum window = basis.sum();
        List<Watched> watched = basis.watched();
        Partial sum = window.whole();
        boolean closed = moment.closed();
        Performance performance = window.performance();
        WindowTruth truth = new WindowTruth(model, baseline);
        Performance corrected = truth.corrected(moment, window, performance);
        FeatureReports reports = new FeatureReports(model, sum.profile(), references.comparisons(), alpha(key));
        List<FeatureReport> features = explained(key, moment.end(), first(reports, key, closed, watched), references);
        WindowReport report = new WindowReport(
                key,
                moment.end(),
                closed,
                0,
                sum.profile().rows(),
                baseline.map(it -> rowsOnAnother(sum, it)).orElse(0L),
                window.labelled(),
                (int) features.stream()
                        .filter(it -> it.verdict() == Verdict.DRIFTED)
                        .count(),
                baseline.map(it -> new WindowReport.BaselineInfo(
                        it.baseline().id(), it.baseline().n(), it.baseline().learned())),
                performance.figures(),
                truth.ofBaseline(),
                truth.verdict(moment, window, performance, share(key)),
                truth.estimate(sum.profile()),
                model.settings().watching().references().get(0).text(),
                features,
                closed ? others(reports, key, watched) : List.of(),
                Insights.NONE
                        .joint(baseline.flatMap(it -> references.joint(key, closed, sum.profile(), it)))
                        .corrected(moment.early()
                                .filter(unused -> corrected != Performance.NONE)
                                .map(early -> corrected.figures().putAll(early.figures()))
                                .orElseGet(Figures::new)));
        return references.lostPerformance().explained(report, moment, baseline);
    }

    /**
     * The share of windows that may alarm: of the whole as settings say, and of all segments of a window together as much
     * again, in equal parts. So segments never change the verdict of the whole, nor one segment that of another, as they
     * would if their tests were ranked together: a late row of one would revise them all.
     */
    private double alpha(WindowKey key) {
        return model.settings().familyAlpha() * share(key);
    }

    private double share(WindowKey key) {
        return key.isOfWhole()
                ? 1
                : 1.0 / Math.max(1, baseline.map(it -> it.segments().count()).orElse(1));
    }

    /** What the baseline says of itself. */
    Reports.BaselineSummary summary() {
        Baseline own = baseline.orElseThrow().baseline();
        WindowComparison itself = new WindowComparison(Reference.ofRows(own.columns(), List.of()));
        return new Reports.BaselineSummary(
                own.id(),
                own.n(),
                own.learned(),
                new FeatureReports(
                                model,
                                own.whole(),
                                new Comparisons(model),
                                model.settings().familyAlpha())
                        .undecided(Optional.of(new Watched("baseline", own.n(), itself)), "the baseline itself"));
    }

    private List<FeatureReport> explained(
            WindowKey key, Instant end, List<FeatureReport> features, References references) {
        return !(model.settings().watching().references().get(0) instanceof ReferenceRule.Baseline)
                ? features
                : baseline.map(it -> references.oneSegment().explained(key, end, it, features))
                        .orElse(features);
    }

    /** The features against the first reference; only closed windows are judged. */
    private static List<FeatureReport> first(
            FeatureReports reports, WindowKey key, boolean closed, List<Watched> watched) {
        Optional<Watched> first = watched.stream().findFirst();
        if (!closed) {
            return reports.undecided(first, "the window is open");
        }
        return first.map(it -> reports.judged(it, key.isOfAllVersions() && key.isOfWhole()))
                .orElseGet(() -> reports.undecided(first, "there is no baseline yet"));
    }

    private static List<ReferenceReport> others(FeatureReports reports, WindowKey key, List<Watched> watched) {
        return watched.stream()
                .skip(1)
                .map(it -> new ReferenceReport(
                        it.name(), it.n(), reports.judged(it, key.isOfAllVersions() && key.isOfWhole())))
                .toList();
    }

    private static long rowsOnAnother(Partial sum, ModelBaseline baseline) {
        return sum.profile().rows() - sum.profile().rowsOn(baseline.baseline().id());
    }
}
