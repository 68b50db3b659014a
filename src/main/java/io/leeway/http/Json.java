package io.leeway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.statistics.Figures;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes JSON. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Beyond 2^53 a double no longer tells whole numbers apart. */
    private static final double WHOLE = 9_007_199_254_740_992.0;

    private Json() {}

    /** One object. */
    static Buffer object(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /** A list under a name, each element an object. */
    static <T> void list(JsonGenerator out, String name, Iterable<T> elements, Element<T> element) throws IOException {
        out.writeArrayFieldStart(name);
        for (T one : elements) {
            out.writeStartObject();
            element.write(one, out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void texts(JsonGenerator out, String name, Iterable<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    static void text(JsonGenerator out, String name, Optional<String> text) throws IOException {
        out.writeFieldName(name);
        if (text.isPresent()) {
            out.writeString(text.get());
        } else {
            out.writeNull();
        }
    }

    static void time(JsonGenerator out, String name, Optional<Instant> time) throws IOException {
        text(out, name, time.map(Instant::toString));
    }

    /** Figures as members of the object in hand; whole ones without a fraction. */
    static void figures(JsonGenerator out, Figures figures) throws IOException {
        for (Map.Entry<String, Double> figure : figures.asMap().entrySet()) {
            double value = figure.getValue();
            if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
                out.writeNumberField(figure.getKey(), (long) value);
            } else {
                out.writeNumberField(figure.getKey(), value);
            }
        }
    }

    /** Writes the members of an object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    /** Writes the members of the object that stands for a value. */
    @FunctionalInterface
    interface Element<T> {
        void write(T value, JsonGenerator out) throws IOException;
    }
}
