package io.leeway.monitor;

import io.leeway.estimate.BackCheck;
import io.leeway.estimate.EstimateReport;
import io.leeway.statistics.Figures;
import io.leeway.truth.Maturity;
import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of one window. A pure function of its profile, the baseline and the settings.
 *
 * @param end exclusive
 * @param closed whether the watermark has passed its end; later rows revise it
 * @param revision 1 when first reported, one more each time its numbers change
 * @param n predictions
 * @param otherBaseline rows whose bins were cut by another baseline and so stand outside the comparison
 * @param labelled predictions whose label is known
 * @param driftedFeatures how many features, the score and the prediction included, have drifted
 * @param performance by the names of the interface; empty without labels
 * @param baselinePerformance the same figures of the baseline; empty where it has no labels
 * @param verdict how the performance stands to the baseline's
 * @param estimate what the scores say of the performance without labels; empty where the baseline does not tell
 * @param reference what the features are compared with, as settings write it
 * @param others what else they are compared with; none of an open window
 * @param insights what it says beyond its own counts
 */
public record WindowReport(
        WindowKey key,
        Instant end,
        boolean closed,
        long revision,
        long n,
        long otherBaseline,
        long labelled,
        int driftedFeatures,
        Optional<BaselineInfo> baseline,
        Figures performance,
        Figures baselinePerformance,
        PerformanceVerdict verdict,
        Optional<EstimateReport> estimate,
        String reference,
        List<FeatureReport> features,
        List<ReferenceReport> others,
        Insights insights) {
    /** What is said of the performance of a window that has not been judged. */
    static final PerformanceVerdict UNJUDGED = PerformanceVerdict.undecided(Maturity.OPEN, "the window is open");

    public WindowReport {
        features = List.copyOf(features);
        others = List.copyOf(others);
    }

    /** The same of another window. */
    WindowReport of(WindowKey other, Instant itsEnd) {
        return new WindowReport(
                other,
                itsEnd,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                verdict,
                estimate,
                reference,
                features,
                others,
                insights);
    }

    /** The same with another revision. */
    WindowReport revised(long newRevision) {
        return new WindowReport(
                key,
                end,
                closed,
                newRevision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                verdict,
                estimate,
                reference,
                features,
                others,
                insights);
    }

    /** The same, its features compared with this first and with others besides. */
    WindowReport comparedWith(String first, List<ReferenceReport> more) {
        return new WindowReport(
                key,
                end,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                verdict,
                estimate,
                first,
                features,
                more,
                insights);
    }

    /** The same, its performance judged and estimated. */
    WindowReport judged(PerformanceVerdict itsVerdict, Optional<EstimateReport> itsEstimate) {
        return new WindowReport(
                key,
                end,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                itsVerdict,
                itsEstimate,
                reference,
                features,
                others,
                insights);
    }

    /** The same, saying this beyond its own counts. */
    WindowReport with(Insights newInsights) {
        return new WindowReport(
                key,
                end,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                verdict,
                estimate,
                reference,
                features,
                others,
                newInsights);
    }

    /** The same with what its estimate is worth. */
    WindowReport trusting(BackCheck check) {
        return judged(verdict, estimate.map(it -> EstimateReport.of(it.figures(), check)));
    }

    /** The same with what the estimate of an earlier revision was worth, if that expected the same. */
    Optional<WindowReport> trustingAs(WindowReport before) {
        return before.estimate
                .filter(theirs -> estimate.filter(theirs::expectsTheSameAs).isPresent())
                .map(theirs -> judged(verdict, Optional.of(theirs)));
    }

    /** The same without its features, whatever they are compared with. */
    WindowReport summary() {
        return new WindowReport(
                key,
                end,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                verdict,
                estimate,
                reference,
                List.of(),
                List.of(),
                insights);
    }

    /**
     * The baseline a window was compared with.
     *
     * @param learned whether it was learned from the first rows instead of uploaded
     */
    public record BaselineInfo(String id, long n, boolean learned) {}
}
