package io.leeway.monitor;

import io.leeway.truth.EarlyLabels;
import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;
import java.util.Optional;

/**
 * How a window stands when it is reported.
 *
 * @param end of the window, exclusive
 * @param closed whether the watermark has passed it
 * @param pastHorizon whether no more labels are expected
 * @param before what was said of its performance last
 * @param early how labels of its rows come to be known; empty where all that will be are, or nothing is known of it
 */
record Moment(
        Instant end, boolean closed, boolean pastHorizon, PerformanceVerdict before, Optional<EarlyLabels> early) {
    static Moment of(WindowKey key, KnownModel model, ReportStore reports) {
        Instant end =
                key.size().endOf(key.start(), model.definition().settings().zone());
        return new Moment(
                end,
                end.toEpochMilli() <= model.watermark(),
                MaturedWindows.isPastHorizon(end, model),
                reports.summary(key).map(WindowReport::verdict).orElse(WindowReport.UNJUDGED),
                Optional.empty());
    }

    /** The same with how labels come to be known. */
    Moment with(Optional<EarlyLabels> itsEarly) {
        return new Moment(end, closed, pastHorizon, before, itsEarly);
    }

    /** Whether the same sum says the same at another. */
    boolean isLike(Moment other) {
        return closed == other.closed
                && pastHorizon == other.pastHorizon
                && before.equals(other.before)
                && early.equals(other.early);
    }
}
