package io.leeway.logs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** A real prediction log with the figures that others computed from it. */
public final class PredictionLog {
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;

    private PredictionLog(String name) {
        this.name = name;
    }

    /** The log of that name; without it the test is skipped. */
    public static PredictionLog named(String name) {
        PredictionLog log = new PredictionLog(name);
        Assumptions.assumeTrue(
                log.isBundled() || Files.isDirectory(log.folder()),
                () -> "the log " + name + " is not here: " + log.folder() + " does not exist");
        return log;
    }

    /** Predictions in the order of the log. */
    public List<Prediction> predictions() {
        List<Prediction> all = new ArrayList<>();
        for (Row row : json("predictions.ndjson.gz")) {
            all.add(new Prediction(
                    row.text("id"),
                    Instant.parse(row.text("timestamp")),
                    row.text("version"),
                    row.text("prediction"),
                    row.number("score")));
        }
        return all;
    }

    /** Labels by the id of their prediction. */
    public Map<String, Label> labels() {
        Map<String, Label> all = new HashMap<>();
        for (Row row : json("labels.ndjson.gz")) {
            all.put(row.text("id"), new Label(row.text("label"), Instant.parse(row.text("timestamp"))));
        }
        return all;
    }

    /** A table of the log. */
    public List<Row> table(String file) {
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> Row.of(header, line.split(",", -1)))
                .toList();
    }

    /** A file of the log as its lines. */
    public List<String> lines(String file) {
        try (BufferedReader lines = open(file)) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> json(String file) {
        return lines(file).stream().map(PredictionLog::topLevel).toList();
    }

    /** The values of an object's own fields, as texts. */
    private static Row topLevel(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            JsonToken unused = parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    parser.skipChildren();
                } else {
                    fields.put(field, parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Row(fields);
    }

    /** A file of the log, unpacked. */
    public BufferedReader open(String file) throws IOException {
        InputStream bytes = bytes(file).orElseThrow(() -> new IOException("no " + file + " of " + name));
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private Optional<InputStream> bytes(String file) throws IOException {
        if (!isBundled()) {
            return Optional.of(Files.newInputStream(folder().resolve(file)));
        }
        return Optional.ofNullable(resource("/demo/" + name + "/" + file))
                .or(() -> Optional.ofNullable(resource("/" + name + "/" + file)));
    }

    private boolean isBundled() {
        return resource("/" + name + "/DEFINITIONS.md") != null;
    }

    private static InputStream resource(String path) {
        return PredictionLog.class.getResourceAsStream(path);
    }

    private Path folder() {
        return Path.of("..", "shared", "data", "logs", name);
    }

    /** A prediction as it was logged; {@code score} is NaN where there is none. */
    public record Prediction(String id, Instant timestamp, String version, String prediction, double score) {}

    /** A label and when it became known. */
    public record Label(String label, Instant known) {}
}
