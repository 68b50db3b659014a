package io.leeway.series;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A point as bytes, for stores that keep points. */
public final class PointForm {
    private static final int VERSION = 1;
    private static final int NUMBER = 0;
    private static final int COUNT = 1;
    private static final int TEXT = 2;

    private PointForm() {}

    public static byte[] bytes(Point point) {
        ByteWriter out = new ByteWriter().octet(VERSION).text(point.measurement());
        Instant time = point.time();
        out.whole(time.getEpochSecond()).count(time.getNano());
        out.count(point.tags().size());
        point.tags().forEach((tag, value) -> out.text(tag).text(value));
        out.count(point.fields().size());
        point.fields().forEach((field, value) -> writeField(out.text(field), value));
        return out.toByteArray();
    }

    /**
     * The point that was written.
     *
     * @throws MalformedBytesException when the bytes are none
     */
    public static Point read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a point", VERSION);
        String measurement = in.text();
        Instant time = Instant.ofEpochSecond(in.whole(), in.count());
        Map<String, String> tags = new LinkedHashMap<>();
        for (int left = in.length(); left > 0; left--) {
            tags.put(in.text(), in.text());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int left = in.length(); left > 0; left--) {
            fields.put(in.text(), readField(in));
        }
        return new Point(measurement, time, tags, fields);
    }

    private static void writeField(ByteWriter out, Object value) {
        if (value instanceof Double number) {
            out.octet(NUMBER).number(number);
        } else if (value instanceof Long count) {
            out.octet(COUNT).whole(count);
        } else {
            out.octet(TEXT).text((String) value);
        }
    }

    private static Object readField(ByteReader in) {
        int type = in.octet();
        return switch (type) {
            case NUMBER -> in.number();
            case COUNT -> in.whole();
            case TEXT -> in.text();
            default -> throw new MalformedBytesException("a field of type " + type);
        };
    }
}
