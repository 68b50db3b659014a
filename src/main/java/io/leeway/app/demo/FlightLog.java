package io.leeway.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The bundled log of flights: reference rows, predictions, and labels as they became known. */
final class FlightLog {
    static final String MODEL = "flight-delay";

    private static final String FOLDER = "demo/flights/";
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    private FlightLog() {}

    /** The reference set as CSV. */
    static String reference() throws IOException {
        return String.join("\n", lines("reference.csv.gz"));
    }

    static String settings() throws IOException {
        return new String(open("settings.json").readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Predictions as NDJSON, by the end of the step in which they were made. */
    static NavigableMap<Instant, String> predictions(Duration step) throws IOException {
        return bySteps("predictions.ndjson.gz", step);
    }

    /** Labels as NDJSON, by the end of the step in which they became known. */
    static NavigableMap<Instant, String> labels(Duration step) throws IOException {
        return bySteps("labels.ndjson.gz", step);
    }

    private static NavigableMap<Instant, String> bySteps(String file, Duration step) throws IOException {
        return lines(file).stream()
                .collect(Collectors.groupingBy(line -> endOfStep(line, step), TreeMap::new, Collectors.joining("\n")));
    }

    private static Instant endOfStep(String line, Duration step) {
        Matcher found = TIMESTAMP.matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("a row of the bundled log has no timestamp");
        }
        long millis = Instant.parse(found.group(1)).toEpochMilli();
        return Instant.ofEpochMilli((millis / step.toMillis() + 1) * step.toMillis());
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(open(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = FlightLog.class.getClassLoader().getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException(FOLDER + file + " is not on the class path");
        }
        return stream;
    }
}
