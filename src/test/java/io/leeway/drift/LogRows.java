package io.leeway.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Rows of a bundled log, gzipped: name to text, a missing value absent. */
final class LogRows {
    private LogRows() {}

    /** CSV without quotes, the first line naming the columns. */
    static List<Map<String, String>> csv(InputStream gzipped) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8))) {
            String[] names = lines.readLine().split(",", -1);
            return lines.lines().map(line -> row(names, line.split(",", -1))).toList();
        }
    }

    /** One JSON object a line; nested objects are flattened. */
    static List<Map<String, String>> ndjson(InputStream gzipped) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(new GZIPInputStream(gzipped))) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                rows.add(object(parser));
            }
        }
        return rows;
    }

    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> row = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> row.putAll(object(parser));
                case VALUE_NULL -> {}
                default -> row.put(name, parser.getText());
            }
        }
        return row;
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(names[i], cells[i]);
            }
        }
        return row;
    }
}
