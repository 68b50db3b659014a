package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.truth.Maturity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The windows of a model whose label horizon ends while its watermark moves: they are judged by the labels that came, for
 * no more are expected.
 *
 * @param since the watermark before, epoch milliseconds
 */
record MaturedWindows(KnownModel model, long since, ReportStore reports) {
    /** A day may be an hour longer than others. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(2);

    /** Whether no more labels of a window are expected. */
    static boolean isPastHorizon(Instant end, KnownModel model) {
        return end.toEpochMilli() <= horizon(model, model.watermark());
    }

    /** Adds those with labels that have not been judged for good, segments among them. */
    void addTo(WindowSums sums, Set<WindowKey> keys) {
        List<WindowSize> sizes = model.definition().settings().windows().stream()
                .filter(this::anyMatured)
                .toList();
        if (!sizes.isEmpty()) {
            sums.reported(model)
                    .forEach((version, segments) -> segments.forEach(
                            segment -> sizes.forEach(size -> add(like(version, segment, size), keys))));
        }
    }

    /** Whether the horizon has moved past the end of a window: it seldom has. */
    private boolean anyMatured(WindowSize size) {
        Instant lastEnd = size.startOf(to(), model.definition().settings().zone());
        return model.watermark() > since && lastEnd.toEpochMilli() > horizon(model, Math.max(0, since));
    }

    private void add(WindowKey like, Set<WindowKey> keys) {
        Instant from = Instant.ofEpochMilli(horizon(model, Math.max(0, since)))
                .minus(like.size().duration())
                .minus(CLOCK_CHANGE);
        reports.summaries(like, later(from), later(to())).stream()
                .filter(report -> report.labelled() > 0 && isPastHorizon(report.end(), model))
                .filter(report -> report.verdict().maturity() != Maturity.FINAL)
                .forEach(report -> keys.add(report.key()));
    }

    private WindowKey like(String version, String segment, WindowSize size) {
        return new WindowKey(model.definition().name(), version, segment, size, Instant.EPOCH);
    }

    private Instant to() {
        return Instant.ofEpochMilli(horizon(model, model.watermark()));
    }

    private static Instant later(Instant instant) {
        return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }

    private static long horizon(KnownModel model, long watermark) {
        return watermark - model.definition().settings().labelHorizon().toMillis();
    }
}
