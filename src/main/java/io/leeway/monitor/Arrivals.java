package io.leeway.monitor;

import io.leeway.series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many rows fell into a base window, and how long the model had been silent at its end, as a point of {@code ingest}:
 * the rows that windows like it usually have, the seconds since the last row, and the rows that should have come since.
 */
final class Arrivals {
    private Arrivals() {}

    /**
     * The point of one window.
     *
     * @param silence at its end; empty while it is open
     */
    static Point point(WindowKey key, long n, Optional<Silence> silence) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", key.model());
        tags.put("version", key.version());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", n);
        silence.ifPresent(it -> put(it, fields));
        return new Point("ingest", key.start(), tags, fields);
    }

    /** A sentence for a person. */
    static String sentence(Silence silence) {
        String missed = silence.missed().isEmpty()
                ? ""
                : "; about " + Math.round(silence.missed().getAsDouble()) + " were to be expected since";
        return silence.last()
                .map(Arrivals::minute)
                .map(at -> "The last row is of " + at + missed + ".")
                .orElse("");
    }

    private static void put(Silence silence, Map<String, Object> fields) {
        silence.usual().ifPresent(rows -> fields.put("expected", rows));
        silence.since().ifPresent(since -> fields.put("since_last", seconds(since)));
        silence.missed().ifPresent(rows -> fields.put("expected_since_last", rows));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String minute(Instant instant) {
        return instant.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }
}
