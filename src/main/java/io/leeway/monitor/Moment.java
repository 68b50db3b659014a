package io.leeway.monitor;

import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;

/**
 * How a window stands when it is reported.
 *
 * @param end of the window, exclusive
 * @param closed whether the watermark has passed it
 * @param pastHorizon whether no more labels are expected
 * @param before what was said of its performance last
 */
record Moment(Instant end, boolean closed, boolean pastHorizon, PerformanceVerdict before) {
    static Moment of(WindowKey key, KnownModel model, ReportStore reports) {
        Instant end =
                key.size().endOf(key.start(), model.definition().settings().zone());
        return new Moment(
                end,
                end.toEpochMilli() <= model.watermark(),
                MaturedWindows.isPastHorizon(end, model),
                reports.summary(key).map(WindowReport::verdict).orElse(WindowReport.UNJUDGED));
    }

    /** Whether the same sum says the same at another. */
    boolean isLike(Moment other) {
        return closed == other.closed && pastHorizon == other.pastHorizon && before.equals(other.before);
    }
}
