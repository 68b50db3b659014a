package io.leeway.influx;

import io.leeway.series.FieldType;
import io.leeway.series.Measurement;
import io.leeway.series.Point;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The points of one measurement with some tags and in some time, as InfluxQL, and back from its rows. */
final class Query {
    /** InfluxQL's own bounds of time. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(0, Long.MIN_VALUE + 2);

    private static final Instant LATEST = Instant.ofEpochSecond(0, Long.MAX_VALUE - 1);

    private final Measurement measurement;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final StringBuilder where = new StringBuilder();

    /**
     * @throws IllegalArgumentException when the measurement has no such tag
     */
    Query(Measurement measurement, Map<String, String> tags) {
        this.measurement = measurement;
        tags.forEach(this::restrict);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /**
     * @param from inclusive
     * @param to exclusive
     */
    String text(Instant from, Instant to) {
        return "SELECT * FROM " + name(measurement.name()) + " WHERE " + where + "time >= "
                + LineProtocol.nanos(within(from)) + " AND time < " + LineProtocol.nanos(within(to));
    }

    Point point(Map<String, Object> row) {
        Map<String, String> tags = new LinkedHashMap<>();
        measurement.tags().forEach(tag -> tags.put(tag, TagText.decode(String.valueOf(row.getOrDefault(tag, "")))));
        Map<String, Object> fields = new LinkedHashMap<>();
        measurement.fields().forEach((field, type) -> {
            Object value = row.get(field);
            if (value != null) {
                fields.put(field, typed(type, value));
            }
        });
        Instant time = Instant.ofEpochSecond(0, ((Number) row.getOrDefault("time", 0L)).longValue());
        return new Point(measurement.name(), time, tags, fields);
    }

    /** A name in InfluxQL. */
    static String name(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The nearest time that InfluxDB knows. */
    static Instant within(Instant time) {
        Instant late = time.isBefore(EARLIEST) ? EARLIEST : time;
        return late.isAfter(LATEST) ? LATEST : late;
    }

    private void restrict(String tag, String value) {
        if (!measurement.tags().contains(tag)) {
            throw new IllegalArgumentException(measurement.name() + " has no tag " + tag);
        }
        String parameter = "p" + parameters.size();
        parameters.put(parameter, TagText.encode(value));
        where.append(name(tag)).append(" = $").append(parameter).append(" AND ");
    }

    /** JSON does not tell a whole number from a count. */
    private static Object typed(FieldType type, Object value) {
        return switch (type) {
            case NUMBER -> ((Number) value).doubleValue();
            case COUNT -> ((Number) value).longValue();
            case TEXT -> String.valueOf(value);
        };
    }
}
