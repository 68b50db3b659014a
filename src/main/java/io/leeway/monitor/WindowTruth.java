package io.leeway.monitor;

import io.leeway.catalog.Metrics;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Tolerance;
import io.leeway.estimate.BackCheck;
import io.leeway.estimate.EstimateReport;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.Maturity;
import io.leeway.truth.Performance;
import io.leeway.truth.PerformanceJudge;
import io.leeway.truth.PerformanceVerdict;
import io.leeway.truth.Standing;
import java.util.Map;
import java.util.Optional;

/** What labels say of a window beside the baseline, and what its scores say before they come. */
record WindowTruth(Model model, Optional<ModelBaseline> baseline) {
    /** How well the model did on the baseline; empty where it has no labels. */
    Figures ofBaseline() {
        return baseline.map(ModelBaseline::performance).orElseGet(Figures::new);
    }

    /**
     * How the window stands beside the baseline.
     *
     * @param share of the room for false alarms that a window like this has
     */
    PerformanceVerdict verdict(Moment moment, WindowSum sum, Performance performance, double share) {
        Performance corrected = corrected(moment, sum, performance);
        PerformanceVerdict verdict = judged(moment, sum, performance.with(corrected), share);
        boolean isNew = verdict.standing() != Standing.UNDECIDED && !verdict.equals(moment.before(baseline));
        return isNew && corrected.asMap().size() > 0
                ? verdict.remarked(moment.early().orElseThrow().remark())
                : verdict;
    }

    private PerformanceVerdict judged(Moment moment, WindowSum sum, Performance performance, double share) {
        ModelSettings settings = model.settings();
        long rows = sum.whole().profile().rows();
        double coverage = rows == 0 ? 0 : sum.labelled() / (double) rows;
        Maturity maturity = Maturity.of(moment.closed(), coverage, settings.minLabelCoverage(), moment.pastHorizon());
        return new PerformanceJudge(tolerances(), settings.alpha() * share)
                .judge(maturity, performance, ofBaseline(), moment.before(baseline));
    }

    /** What labels will say once all are known, where some come later than others; empty where nothing is to be corrected. */
    Performance corrected(Moment moment, WindowSum sum, Performance performance) {
        return sum.whole()
                .tally()
                .filter(tally -> tally instanceof BinaryTally)
                .map(BinaryTally.class::cast)
                .flatMap(tally -> moment.early()
                        .map(early -> early.performance(tally.confusion()).widenedAs(tally.metrics(), performance)))
                .orElse(Performance.NONE);
    }

    /** Of a window whose rows were all held against the baseline; how far it is to be trusted is not known here. */
    Optional<EstimateReport> estimate(Profile profile) {
        return baseline.filter(it -> profile.rowsOn(it.baseline().id()) == profile.rows())
                .flatMap(it -> it.estimator()
                        .flatMap(estimator -> estimator.estimate(new WindowAnswers(profile, it.baseline()))))
                .map(figures -> EstimateReport.of(figures, BackCheck.NONE));
    }

    private Map<String, Tolerance> tolerances() {
        Map<String, Tolerance> set = model.settings().performanceTolerance();
        return set.isEmpty() ? model.task().map(Metrics::tolerances).orElse(Map.of()) : set;
    }
}
