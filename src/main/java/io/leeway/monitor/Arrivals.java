package io.leeway.monitor;

import io.leeway.ingest.Entry;
import io.leeway.series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many rows fell into a base window, and how long ago the last one was at its end, as a point of {@code ingest}. */
final class Arrivals {
    private Arrivals() {}

    /**
     * The point of one window.
     *
     * @param newest the newest row of the window, epoch milliseconds, or {@link Entry#NO_WATERMARK}
     * @param model for a window without rows, in which the model may have been silent for longer
     */
    static Point point(WindowReport report, long newest, KnownModel model) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", report.key().model());
        tags.put("version", report.key().version());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", report.n());
        sinceLast(report, newest, model).ifPresent(since -> fields.put("since_last", since.toMillis() / 1000.0));
        return new Point("ingest", report.key().start(), tags, fields);
    }

    /** Known once the window has closed; of an empty one only while nothing newer has come. */
    private static Optional<Duration> sinceLast(WindowReport report, long newest, KnownModel model) {
        long last = report.n() == 0 ? model.newest() : newest;
        return report.closed()
                        && last != Entry.NO_WATERMARK
                        && last < report.end().toEpochMilli()
                ? Optional.of(Duration.between(Instant.ofEpochMilli(last), report.end()))
                : Optional.empty();
    }
}
