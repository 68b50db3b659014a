package io.leeway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.leeway.ingest.Rejection.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads one JSON object, value by value, into the row in hand. */
final class JsonRow implements RowCutter.RowReader {
    /** Names are kept apart from the JVM's own table of strings, which never forgets quickly. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();

    private final Rows<?> rows;
    private final Cell cell = new Cell();

    JsonRow(Rows<?> rows) {
        this.rows = rows;
    }

    @Override
    public void row(byte[] bytes, int from, int to) {
        if (!Utf8.is(bytes, from, to)) {
            rows.broken(Reason.BAD_ROW, "The row is not UTF-8.");
            return;
        }
        try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                rows.broken(Reason.BAD_ROW, "The row is not a JSON object.");
                return;
            }
            object(parser);
            if (parser.nextToken() == null) {
                rows.end();
            } else {
                rows.broken(Reason.BAD_ROW, "Something follows the JSON object: one row is one object.");
            }
        } catch (JsonProcessingException e) {
            rows.broken(Reason.BAD_ROW, "The row is not valid JSON from byte " + offset(e) + " on.");
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    @Override
    public void broken(Reason reason, String detail) {
        rows.broken(reason, detail);
    }

    private void object(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Optional<Field> field = Field.of(name);
            parser.nextToken();
            if (field.isEmpty() || !rows.knows(field.get())) {
                rows.unknown();
                parser.skipChildren();
            } else {
                field(parser, field.get());
            }
        }
    }

    private void field(JsonParser parser, Field field) throws IOException {
        boolean hasEntries = field == Field.FEATURES || field == Field.SCORES;
        if (hasEntries && parser.currentToken() == JsonToken.START_OBJECT) {
            rows.open(field);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                rows.entry(field, name, value(parser));
            }
        } else {
            rows.field(field, value(parser));
        }
    }

    private Cell value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_STRING -> cell.text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            case VALUE_TRUE -> cell.text(TRUE, 0, TRUE.length);
            case VALUE_FALSE -> cell.text(FALSE, 0, FALSE.length);
            case VALUE_NULL -> cell.missing();
            default -> {
                cell.other();
                parser.skipChildren();
            }
        }
        return cell;
    }

    private void number(JsonParser parser) throws IOException {
        double value = parser.getDoubleValue();
        cell.number(value, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private static long offset(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
    }
}
