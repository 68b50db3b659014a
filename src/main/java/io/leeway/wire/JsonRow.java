package io.leeway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.ingest.Rejection.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Reads one JSON object, value by value, into the row in hand. */
final class JsonRow implements RowCutter.RowReader {
    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();

    private final Rows<?> rows;
    private final ItemReader items;
    private final Cell cell = new Cell();
    private final JsonRows parsers = new JsonRows();
    private final NameOrder<Optional<Field>> fields = new NameOrder<>(Field::of);
    private final NameOrder<String> features = new NameOrder<>(Function.identity());
    private final NameOrder<String> scores = new NameOrder<>(Function.identity());

    JsonRow(Rows<?> rows, Limits limits) {
        this.rows = rows;
        this.items = new ItemReader(limits);
    }

    @Override
    public void row(byte[] bytes, int from, int to) {
        if (!Utf8.is(bytes, from, to)) {
            rows.broken(Reason.BAD_ROW, "The row is not UTF-8.");
            return;
        }
        try {
            JsonParser json = parsers.row(bytes, from, to);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                broken("The row is not a JSON object.");
                return;
            }
            object(json);
            if (isBlank(bytes, from + parsers.byteOf(json.currentLocation()), to)) {
                rows.end();
            } else {
                JsonToken unused = json.nextToken();
                broken("Something follows the JSON object: one row is one object.");
            }
        } catch (JsonProcessingException e) {
            broken("The row is not valid JSON from byte " + offset(e) + " on.");
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    @Override
    public void broken(Reason reason, String detail) {
        rows.broken(reason, detail);
    }

    /** All rows have been read. */
    void close() {
        parsers.close();
    }

    private void broken(String detail) {
        parsers.close();
        rows.broken(Reason.BAD_ROW, detail);
    }

    /** Whether only white space is left, which the parser skips before the next row. */
    private static boolean isBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        return at == to;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    private void object(JsonParser parser) throws IOException {
        fields.begin();
        while (fields.advance(parser)) {
            Optional<Field> field = fields.meaning();
            JsonToken token = parser.nextToken();
            if (field.isEmpty() || !rows.knows(field.get())) {
                rows.unknown();
                parser.skipChildren();
            } else {
                field(parser, field.get(), token);
            }
        }
    }

    private void field(JsonParser parser, Field field, JsonToken token) throws IOException {
        boolean hasEntries = field == Field.FEATURES || field == Field.SCORES;
        if (hasEntries && token == JsonToken.START_OBJECT) {
            rows.open(field);
            entries(parser, field, field == Field.FEATURES ? features : scores);
        } else {
            rows.field(field, isList(field, token) ? list(parser) : value(parser, token));
        }
    }

    private static boolean isList(Field field, JsonToken token) {
        return (token == JsonToken.START_ARRAY && field == Field.PREDICTION)
                || (token.isStructStart() && field == Field.LABEL);
    }

    private Cell list(JsonParser parser) throws IOException {
        items.read(parser, cell);
        return cell;
    }

    private void entries(JsonParser parser, Field field, NameOrder<String> names) throws IOException {
        names.begin();
        while (names.advance(parser)) {
            JsonToken token = parser.nextToken();
            rows.entry(field, names.meaning(), value(parser, token));
        }
    }

    private Cell value(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            number(parser);
            return cell;
        }
        switch (token) {
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
        char[] chars = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        double value = Decimals.value(chars, from, length);
        cell.number(Double.isNaN(value) ? parser.getDoubleValue() : value, chars, from, length);
    }

    private int offset(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : parsers.byteOf(e.getLocation());
    }
}
