package io.leeway.drift;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A real prediction log: its reference, its predictions, and what is expected of them. */
public record PredictionLog(String name, Batch reference, Batch predictions, Model model) {
    private static final Set<String> RESERVED =
            Set.of("id", "timestamp", "model", "version", "prediction", "score", "label");

    /** Reads a log; the calling test is skipped where the log is not at hand. */
    public static PredictionLog read(String name) throws IOException {
        Batch reference = csv(name);
        Batch predictions = ndjson(name);
        Map<String, FeatureKind> kinds = new HashMap<>();
        addKinds(reference, kinds);
        addKinds(predictions, kinds);
        boolean binary = present(predictions.score());
        return new PredictionLog(
                name,
                reference,
                predictions,
                new Model(
                        name,
                        settings(),
                        Optional.of(binary ? Task.BINARY : Task.REGRESSION),
                        binary ? Optional.of("1") : Optional.empty(),
                        kinds));
    }

    /** The expected figures of the log's weeks or days. */
    public List<ExpectedDrift> expected(WindowSize size) throws IOException {
        String file = size == WindowSize.WEEK ? "expected_drift_weekly.csv.gz" : "expected_drift_daily.csv.gz";
        try (BufferedReader lines = lines(name, file)) {
            return ExpectedDrift.read(lines);
        }
    }

    /** The expected display bins of the reference: feature, edges or categories, counts. */
    public List<String> expectedBins() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(name, "reference_bins.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        }
    }

    private static ModelSettings settings() {
        ModelSettings defaults = ModelSettings.withDefaults();
        return new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                List.of(WindowSize.DAY, WindowSize.WEEK),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                ZoneOffset.UTC,
                Map.of(),
                defaults.labelHorizon(),
                defaults.keepWindows(),
                defaults.alpha(),
                defaults.tolerance(),
                defaults.rateTolerance(),
                Map.of(),
                defaults.minLabelCoverage(),
                defaults.threshold(),
                defaults.privacy(),
                defaults.watching());
    }

    private static BufferedReader lines(String log, String file) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(open(log, file)), StandardCharsets.UTF_8));
    }

    private static InputStream open(String log, String file) throws IOException {
        if (log.equals("flights")) {
            String folder =
                    file.startsWith("expected") || file.equals("reference_bins.csv") ? "/flights/" : "/demo/flights/";
            InputStream resource = PredictionLog.class.getResourceAsStream(folder + file);
            if (resource == null) {
                throw new FileNotFoundException(folder + file);
            }
            return resource;
        }
        Path path = Path.of("..", "shared", "data", "logs", log, file);
        assumeTrue(Files.exists(path), "the log " + log + " is not at hand");
        return Files.newInputStream(path);
    }

    private static Batch csv(String log) throws IOException {
        BatchBuilder batch = new BatchBuilder(log);
        try (BufferedReader lines = lines(log, "reference.csv.gz")) {
            String[] header = lines.readLine().split(",", -1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    cell(batch, header[i], cells[i]);
                }
                batch.keep();
            }
        }
        return batch.build();
    }

    private static Batch ndjson(String log) throws IOException {
        BatchBuilder batch = new BatchBuilder(log);
        try (BufferedReader lines = lines(log, "predictions.ndjson.gz");
                JsonParser json = new JsonFactory().createParser(lines)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                object(json, batch);
                batch.keep();
            }
        }
        return batch.build();
    }

    private static void object(JsonParser json, BatchBuilder batch) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(json, batch);
            } else {
                cell(batch, field, value == JsonToken.VALUE_NULL ? "" : json.getText());
            }
        }
    }

    private static void cell(BatchBuilder batch, String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!RESERVED.contains(name)) {
            feature(batch, batch.feature(name), text);
            return;
        }
        switch (name) {
            case "id" -> batch.id(text);
            case "timestamp" -> batch.timestamp(Instant.parse(text).toEpochMilli());
            case "version" -> batch.version(text);
            case "prediction" -> batch.predictionNumber(Double.parseDouble(text));
            case "score" -> batch.score(Double.parseDouble(text));
            default -> {}
        }
    }

    private static void feature(BatchBuilder batch, int feature, String text) {
        try {
            batch.featureNumber(feature, Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            batch.featureText(feature, text);
        }
    }

    private static void addKinds(Batch batch, Map<String, FeatureKind> kinds) {
        for (ValueColumn feature : batch.features()) {
            boolean numeric = IntStream.range(0, feature.size()).noneMatch(row -> feature.kind(row) == ValueKind.TEXT);
            kinds.put(feature.name(), numeric ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL);
        }
    }

    private static boolean present(ValueColumn column) {
        return IntStream.range(0, column.size()).anyMatch(row -> column.kind(row) != ValueKind.MISSING);
    }
}
