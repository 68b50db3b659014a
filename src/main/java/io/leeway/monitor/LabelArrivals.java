package io.leeway.monitor;

import io.leeway.series.Point;
import io.leeway.truth.LabelDelays;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how soon a base window's labels came, as a point of the series {@code labels}: the share of its rows whose label was
 * known within a day, a week, two, and thirty days of the prediction, as far as it is known by now.
 */
final class LabelArrivals {
    static final List<Integer> DAYS = List.of(1, 7, 14, 30);

    private LabelArrivals() {}

    /** The point of a window with rows. */
    static Point point(WindowReport report, LabelDelays delays) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", report.key().model());
        tags.put("version", report.key().version());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int days : DAYS) {
            fields.put(coverage(days), share(delays, days, report.n()));
        }
        return new Point("labels", report.key().start(), tags, fields);
    }

    /** The name of the share that is known at an age. */
    static String coverage(int days) {
        return "coverage_" + days + "d";
    }

    static double share(LabelDelays delays, int days, long rows) {
        return delays.within(Duration.ofDays(days)) / (double) rows;
    }
}
