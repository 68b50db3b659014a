package io.leeway.influx;

import io.leeway.series.FieldType;
import io.leeway.series.Measurement;
import io.leeway.series.Point;
import io.leeway.series.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two weeks of every measurement with every field, for two models whose names are hard on queries. */
final class SamplePoints {
    static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofDays(14));

    private static final Map<String, List<String>> TAGS = Map.of(
            "model", List.of("flight delays.v2", "gr\u00f6\u00dfe/\u7279\u5fb4 (a|b) 'x'"),
            "version", List.of("*", "2026.1 rc+1"),
            "segment", List.of("all", "origin airport=O'Hare"),
            "window", List.of("1d", "7d"),
            "feature", List.of("recent.delay", "origin airport", "\u7279\u5fb4 [1]", "score"),
            "role", List.of("feature"),
            "reference", List.of("baseline"),
            "rule", List.of("drift of a feature"),
            "level", List.of("critical"));

    private SamplePoints() {}

    static List<Point> all() {
        List<Point> points = new ArrayList<>();
        for (Measurement measurement : Vocabulary.measurements()) {
            for (Map<String, String> tags : combinations(measurement.tags())) {
                Duration step = "7d".equals(tags.get("window")) ? Duration.ofDays(7) : Duration.ofDays(1);
                for (Instant time = FROM; time.isBefore(TO); time = time.plus(step)) {
                    points.add(new Point(measurement.name(), time, tags, fields(measurement, time)));
                }
            }
        }
        return points;
    }

    private static Map<String, Object> fields(Measurement measurement, Instant time) {
        Map<String, Object> fields = new LinkedHashMap<>();
        long day = Duration.between(FROM, time).toDays();
        measurement.fields().forEach((field, type) -> fields.put(field, value(field, type, day)));
        return fields;
    }

    private static Object value(String field, FieldType type, long day) {
        return switch (type) {
            case NUMBER -> 0.05 * day + field.length() * 0.01;
            case COUNT -> day + 1;
            case TEXT -> field + " of day " + day;
        };
    }

    private static List<Map<String, String>> combinations(List<String> tags) {
        List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
        for (String tag : tags) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : combinations) {
                for (String value : TAGS.getOrDefault(tag, List.of())) {
                    Map<String, String> one = new LinkedHashMap<>(shorter);
                    one.put(tag, value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
