package io.leeway.monitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Streams of the drift benchmark, each row with its label; skipped where they are not here. */
final class KnownDrift {
    private static final Path FOLDER = Path.of("../shared/data/driftbench");
    private static final Set<String> NUMERIC =
            Set.of("age", "education-num", "capital-gain", "capital-loss", "hours-per-week");

    private KnownDrift() {}

    static Batch reference(String model) throws IOException {
        return read(model, "reference.csv.gz");
    }

    static Batch stream(String model, int number) throws IOException {
        return read(model, "dev/dev-%02d.csv.gz".formatted(number));
    }

    private static Batch read(String model, String file) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "the drift benchmark is not here: " + path);
        BatchBuilder rows = new BatchBuilder(model);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            String[] names = lines.readLine().split(",", -1);
            lines.lines().map(line -> line.split(",", -1)).forEach(cells -> row(rows, names, cells));
        }
        return rows.build();
    }

    private static void row(BatchBuilder rows, String[] names, String[] cells) {
        for (int i = 0; i < names.length; i++) {
            if (!cells[i].isEmpty()) {
                cell(rows, names[i], cells[i]);
            }
        }
        rows.keep();
    }

    private static void cell(BatchBuilder rows, String name, String text) {
        switch (name) {
            case "id" -> rows.id(text);
            case "timestamp" -> rows.timestamp(Instant.parse(text).toEpochMilli());
            case "score" -> rows.score(Double.parseDouble(text));
            case "prediction" -> rows.predictionNumber(Double.parseDouble(text));
            case "label" -> rows.labelNumber(Double.parseDouble(text));
            case "label_timestamp" -> {}
            default -> {
                if (NUMERIC.contains(name)) {
                    rows.featureNumber(rows.feature(name), Double.parseDouble(text));
                } else {
                    rows.featureText(rows.feature(name), text);
                }
            }
        }
    }
}
