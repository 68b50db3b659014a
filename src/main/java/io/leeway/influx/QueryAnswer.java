package io.leeway.influx;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of an answer of {@code /query}, each a map of its columns without the empty ones. An error anywhere in it
 * fails the whole: InfluxDB answers 200 to a query that failed.
 *
 * <p>Long answers come in parts, each a document, all but the last marked as partial. Not asked for parts, 1.x would cut
 * the answer at its row limit and mark whole ones beyond 10,000 rows just the same.
 */
final class QueryAnswer {
    private final JsonParser json;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private boolean partial;

    private QueryAnswer(JsonParser json) {
        this.json = json;
    }

    /**
     * @throws ServerAnswer when the query failed
     * @throws IOException when the answer cannot be read to its end
     */
    static List<Map<String, Object>> rows(InputStream body) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            QueryAnswer answer = new QueryAnswer(json);
            while (json.nextToken() != null) {
                answer.partial = false;
                answer.object(answer::top);
            }
            return answer.whole();
        }
    }

    private List<Map<String, Object>> whole() throws ServerAnswer {
        if (partial) {
            throw ServerAnswer.ofQuery("the answer ends before its last part");
        }
        return rows;
    }

    private void top(String field) throws IOException {
        switch (field) {
            case "error" -> throw ServerAnswer.ofQuery(json.getText());
            case "results" -> array(() -> object(this::result));
            default -> skip();
        }
    }

    private void result(String field) throws IOException {
        switch (field) {
            case "error" -> throw ServerAnswer.ofQuery(json.getText());
            case "series" -> array(() -> object(this::series));
            default -> skip();
        }
    }

    private void series(String field) throws IOException {
        switch (field) {
            case "columns" -> {
                columns.clear();
                array(() -> columns.add(json.getText()));
            }
            case "values" -> array(this::row);
            case "partial" -> partial = json.getBooleanValue();
            default -> skip();
        }
    }

    private void row() throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String column : columns) {
            switch (json.nextToken()) {
                case VALUE_NULL -> {}
                case VALUE_NUMBER_INT -> row.put(column, wholeNumber());
                case VALUE_NUMBER_FLOAT -> row.put(column, json.getDoubleValue());
                default -> row.put(column, json.getText());
            }
        }
        expect(json.nextToken(), JsonToken.END_ARRAY);
        rows.add(row);
    }

    /** A number without a point is whole, unless it is too large for that: floats up to 1e21 are written so as well. */
    private Number wholeNumber() throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return json.getDoubleValue();
        }
        return json.getLongValue();
    }

    private void object(FieldReader reader) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken unused = json.nextToken();
            reader.read(field);
        }
    }

    private void array(ElementReader reader) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }

    private void skip() throws IOException {
        JsonParser unused = json.skipChildren();
    }

    private void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new JsonParseException(json, "expected " + expected + ", found " + found);
        }
    }

    @FunctionalInterface
    private interface FieldReader {
        void read(String field) throws IOException;
    }

    @FunctionalInterface
    private interface ElementReader {
        void read() throws IOException;
    }
}
