package io.leeway.influx;

import io.leeway.series.Point;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Points as lines, with nanoseconds. Tags in the vocabulary's order (the first write fixes the order of columns in 3
 * Core); an empty tag cannot be written and is left out. Types are the point's own: a count is always {@code 1i}, a
 * number never.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/">Line protocol</a>
 */
final class LineProtocol {
    private static final long NANOS = 1_000_000_000L;

    private final Generation generation;

    LineProtocol(Generation generation) {
        this.generation = generation;
    }

    /** One line a point, each ended by a line feed. */
    String lines(List<Point> points) {
        StringBuilder out = new StringBuilder(points.size() * 200);
        points.forEach(point -> line(out, point));
        return out.toString();
    }

    /** Nanoseconds since 1970; they reach from 1677 to 2262. */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    private void line(StringBuilder out, Point point) {
        out.append(point.measurement());
        point.tags().forEach((tag, value) -> tag(out, tag, value));
        char separator = ' ';
        for (Map.Entry<String, Object> field : point.fields().entrySet()) {
            out.append(separator).append(field.getKey()).append('=');
            value(out, field.getValue());
            separator = ',';
        }
        out.append(' ').append(timestamp(point)).append('\n');
    }

    private long timestamp(Point point) {
        return nanos(point.time()) + (generation == Generation.V3 ? Revision.of(point) : 0);
    }

    private static void tag(StringBuilder out, String tag, String value) {
        if (value.isEmpty()) {
            return;
        }
        out.append(',').append(tag).append('=');
        escape(out, TagText.encode(value), ", =");
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof String text) {
            out.append('"');
            escape(out, text, "\"\\");
            out.append('"');
        } else {
            out.append(value);
            if (value instanceof Long) {
                out.append('i');
            }
        }
    }

    private static void escape(StringBuilder out, String text, String special) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (special.indexOf(next) >= 0) {
                out.append('\\');
            }
            out.append(next);
        }
    }
}
