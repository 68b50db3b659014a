package io.leeway.proof;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Rows of a gzipped CSV file without quotes, its first line naming the columns; an empty cell is missing. */
final class CsvLog {
    private static final Set<String> UNREAD = Set.of("id", "label", "label_timestamp");

    private final BatchBuilder rows = new BatchBuilder("m");
    private final String[] names;
    private final Set<Integer> texts = new HashSet<>();

    private CsvLog(String header) {
        names = header.split(",", -1);
    }

    static Batch read(InputStream gzipped) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8))) {
            CsvLog log = new CsvLog(lines.readLine());
            lines.lines().forEach(line -> log.row(line.split(",", -1)));
            return log.rows.build();
        }
    }

    private void row(String[] cells) {
        for (int i = 0; i < names.length; i++) {
            if (!cells[i].isEmpty() && !UNREAD.contains(names[i])) {
                cell(names[i], cells[i]);
            }
        }
        rows.keep();
    }

    private void cell(String name, String text) {
        switch (name) {
            case "timestamp" -> rows.timestamp(Instant.parse(text).toEpochMilli());
            case "prediction" -> rows.predictionText(text);
            case "score" -> rows.score(Double.parseDouble(text));
            default -> feature(rows.feature(name), text);
        }
    }

    /** A column in which one cell is no number holds text, in that cell and all behind it. */
    private void feature(int feature, String text) {
        if (texts.contains(feature)) {
            rows.featureText(feature, text);
            return;
        }
        try {
            rows.featureNumber(feature, Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            boolean unused = texts.add(feature);
            rows.featureText(feature, text);
        }
    }
}
