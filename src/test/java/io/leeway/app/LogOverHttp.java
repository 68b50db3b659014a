package io.leeway.app;

import io.leeway.logs.PredictionLog;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real log as rows to send, by their time. */
final class LogOverHttp {
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]+)\"");

    private final PredictionLog log;
    private final List<Line> predictions;
    private final List<Line> labels;

    LogOverHttp(PredictionLog log) {
        this.log = log;
        this.predictions = lines("predictions.ndjson.gz");
        this.labels = lines("labels.ndjson.gz");
    }

    /** The name that its rows give the model. */
    String model() {
        return group(MODEL, predictions.get(0).text());
    }

    /** When its last label became known. */
    Instant end() {
        return labels.get(labels.size() - 1).time();
    }

    /** A service that has its settings and its reference set, and stands at its first row. */
    WatchedService service(Path folder, String settings) throws IOException, InvalidYamlException {
        WatchedService service =
                WatchedService.start(folder, model(), predictions.get(0).time());
        var unusedSettings = service.putSettings(settings);
        var unusedBaseline = service.putBaseline(log.lines("reference.csv.gz"));
        return service;
    }

    List<String> predictions() {
        return between(predictions, Instant.MIN, Instant.MAX);
    }

    List<String> labels() {
        return between(labels, Instant.MIN, Instant.MAX);
    }

    List<String> predictions(Instant from, Instant to) {
        return between(predictions, from, to);
    }

    List<String> labels(Instant from, Instant to) {
        return between(labels, from, to);
    }

    private static List<String> between(List<Line> lines, Instant from, Instant to) {
        return lines.stream()
                .filter(line -> !line.time().isBefore(from) && line.time().isBefore(to))
                .map(Line::text)
                .toList();
    }

    private List<Line> lines(String file) {
        return log.lines(file).stream()
                .map(text -> new Line(Instant.parse(group(TIMESTAMP, text)), text))
                .toList();
    }

    private static String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    /** A row and its own time: when it was predicted, or when its label became known. */
    private record Line(Instant time, String text) {}
}
