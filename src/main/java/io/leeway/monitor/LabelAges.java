package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.ingest.Entry;
import io.leeway.series.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How late labels are at the end of a window: of the predictions that were a day, a week, two, or thirty days old by then,
 * the share whose label came in that time, and how long ago the newest label became known. Each share is that of the last
 * window of the same size that was over so long before; the series tells it of the window in which the predictions were
 * made, see {@link LabelArrivals}. Nothing is said of a model that never had a label.
 */
record LabelAges(KnownModel model, WindowSums sums) {
    /** What rules are told at the end of a window. */
    Optional<Fact> at(WindowReport report) {
        return sinceLast(report.end()).map(since -> fact(report, since));
    }

    /** Seconds since the newest label became known; 0 if one has since, empty if none ever has. */
    private Optional<Double> sinceLast(Instant end) {
        return model.newestLabel() == Entry.NO_WATERMARK
                ? Optional.empty()
                : Optional.of(Math.max(0, end.toEpochMilli() - model.newestLabel()) / 1000.0);
    }

    private Fact fact(WindowReport report, double since) {
        WindowKey key = report.key();
        Map<String, Object> fields = new LinkedHashMap<>();
        long fewest = Long.MAX_VALUE;
        for (int days : LabelArrivals.DAYS) {
            Came aged = aged(key, report.end(), Duration.ofDays(days));
            long rows = aged.rows();
            if (rows > 0) {
                fields.put(LabelArrivals.coverage(days), LabelArrivals.share(aged.delays(), days, rows));
                fewest = Math.min(fewest, rows);
            }
        }
        fields.put("since_last", since);
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", key.model());
        tags.put("version", key.version());
        return new Fact(
                new Point("labels", key.start(), tags, fields),
                key.size(),
                report.end(),
                fewest == Long.MAX_VALUE ? report.n() : fewest,
                "");
    }

    /** The last window that was over so long before. */
    private Came aged(WindowKey key, Instant end, Duration age) {
        ZoneId zone = model.definition().settings().zone();
        WindowSize size = key.size();
        Instant start = size.before(size.startOf(end.minus(age), zone), zone);
        return end.minus(age).toEpochMilli() <= model.first()
                ? new Came()
                : sums.came(key.at(start), size.endOf(start, zone));
    }
}
