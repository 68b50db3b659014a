package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.truth.Maturity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Adds those with labels that have not been judged for good. */
    void addTo(Set<WindowKey> keys) {
        if (model.watermark() > since) {
            List<String> versions = new ArrayList<>(model.versions().keySet());
            versions.add(WindowKey.ALL_VERSIONS);
            for (WindowSize size : model.definition().settings().windows()) {
                versions.forEach(version -> add(size, version, keys));
            }
        }
    }

    private void add(WindowSize size, String version, Set<WindowKey> keys) {
        WindowKey like = new WindowKey(model.definition().name(), version, WindowKey.WHOLE, size, Instant.EPOCH);
        Instant from = Instant.ofEpochMilli(horizon(model, Math.max(0, since)))
                .minus(size.duration())
                .minus(CLOCK_CHANGE);
        Instant to = Instant.ofEpochMilli(horizon(model, model.watermark()));
        reports.summaries(like, later(from), later(to)).stream()
                .filter(report -> report.labelled() > 0 && isPastHorizon(report.end(), model))
                .filter(report -> report.verdict().maturity() != Maturity.FINAL)
                .forEach(report -> keys.add(report.key()));
    }

    private static Instant later(Instant instant) {
        return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }

    private static long horizon(KnownModel model, long watermark) {
        return watermark - model.definition().settings().labelHorizon().toMillis();
    }
}
