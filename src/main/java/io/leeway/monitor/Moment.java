package io.leeway.monitor;

import io.leeway.truth.EarlyLabels;
import io.leeway.truth.Maturity;
import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;
import java.util.Optional;

/**
 * How a window stands when it is reported.
 *
 * @param end of the window, exclusive
 * @param closed whether the watermark has passed it
 * @param pastHorizon whether no more labels are expected
 * @param said what was said of its performance last
 * @param against the id of the baseline that was said against; empty without one
 * @param early how labels of its rows come to be known; empty where all that will be are, or nothing is known of it
 */
record Moment(
        Instant end,
        boolean closed,
        boolean pastHorizon,
        PerformanceVerdict said,
        Optional<String> against,
        Optional<EarlyLabels> early) {
    static Moment of(WindowKey key, KnownModel model, ReportStore reports) {
        Instant end =
                key.size().endOf(key.start(), model.definition().settings().zone());
        Optional<WindowReport> last = reports.summary(key);
        return new Moment(
                end,
                end.toEpochMilli() <= model.watermark(),
                MaturedWindows.isPastHorizon(end, model),
                last.map(WindowReport::verdict).orElse(WindowReport.UNJUDGED),
                last.flatMap(WindowReport::baseline).map(WindowReport.BaselineInfo::id),
                Optional.empty());
    }

    /** The same with how labels come to be known. */
    Moment with(Optional<EarlyLabels> itsEarly) {
        return new Moment(end, closed, pastHorizon, said, against, itsEarly);
    }

    /** What was said of its performance last against a baseline: nothing against one that is new to it. */
    PerformanceVerdict before(Optional<ModelBaseline> baseline) {
        Optional<String> id = baseline.map(it -> it.baseline().id());
        return id.equals(against) ? said : WindowReport.UNJUDGED;
    }

    /** Whether a verdict is the one that was said last, not looked at again: only its last look is made anew each time. */
    boolean stands(PerformanceVerdict verdict, Optional<ModelBaseline> baseline) {
        return verdict.maturity() == Maturity.PROVISIONAL && verdict.equals(before(baseline));
    }

    /** Whether the same sum says the same at another. */
    boolean isLike(Moment other) {
        return closed == other.closed
                && pastHorizon == other.pastHorizon
                && said.equals(other.said)
                && against.equals(other.against)
                && early.equals(other.early);
    }
}
