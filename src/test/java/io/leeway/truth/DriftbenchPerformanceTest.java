package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.catalog.Metrics;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.statistics.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Streams in which it is known exactly whether and when labels part from scores; every week judged with the settings of a
 * model whose owner set none, by the labels known seven days after the week has closed.
 */
class DriftbenchPerformanceTest {
    private static final Path FOLDER = Path.of("../shared/data/driftbench");
    private static final Judge JUDGE = new Judge(Task.BINARY, "1");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final PerformanceVerdict NOTHING_BEFORE = PerformanceVerdict.undecided(Maturity.SPARSE, "");

    private static final List<Stream> STREAMS = new ArrayList<>();

    /** A stream, and what was said of its weeks. */
    private record Stream(Map<String, String> facts, SortedMap<Instant, PerformanceVerdict> weeks) {
        /** When something changes; never where nothing does. */
        Instant onset() {
            return facts.containsKey("onset") ? Instant.parse(facts.getOrDefault("onset", "")) : Instant.MAX;
        }
    }

    @BeforeAll
    static void judgeAll() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "driftbench is not at hand");
        Tally reference = Tally.of(Task.BINARY);
        for (Row row : rows("reference.csv.gz")) {
            reference.add(outcome(row));
        }
        Figures baseline = reference.performance();
        for (Map<String, String> facts : manifest()) {
            STREAMS.add(new Stream(facts, verdicts(rows(facts.getOrDefault("file", "")), baseline)));
        }
    }

    @Test
    void whereLabelsPartFromScoresTheFirstFullWeekIsFound() {
        assertThat(STREAMS)
                .filteredOn(stream -> "concept".equals(stream.facts().get("kind")))
                .hasSize(3)
                .allSatisfy(stream -> {
                    Instant firstFullWeek =
                            WindowSize.WEEK.startOf(stream.onset().plus(WEEK).minusMillis(1), ZoneOffset.UTC);
                    assertThat(stream.weeks()
                                    .getOrDefault(firstFullWeek, NOTHING_BEFORE)
                                    .standing())
                            .isEqualTo(Standing.DEGRADED);
                });
    }

    @Test
    void whereNothingHasChangedYetNoWeekAlarms() {
        List<Standing> quiet = STREAMS.stream()
                .flatMap(stream -> stream.weeks().entrySet().stream()
                        .filter(week -> !week.getKey().plus(WEEK).isAfter(stream.onset())))
                .map(week -> week.getValue().standing())
                .toList();
        assertThat(quiet).hasSizeGreaterThan(200).doesNotContain(Standing.DEGRADED);
    }

    private static SortedMap<Instant, PerformanceVerdict> verdicts(List<Row> rows, Figures baseline) {
        SortedMap<Instant, SortedMap<Instant, Tally>> weeks = new TreeMap<>();
        Map<Instant, Integer> sizes = new HashMap<>();
        for (Row row : rows) {
            Instant time = Instant.parse(row.text("timestamp"));
            Instant week = WindowSize.WEEK.startOf(time, ZoneOffset.UTC);
            int unused = sizes.merge(week, 1, Integer::sum);
            if (isKnown(row, week.plus(WEEK).plus(WEEK))) {
                weeks.computeIfAbsent(week, it -> new TreeMap<>())
                        .computeIfAbsent(WindowSize.DAY.startOf(time, ZoneOffset.UTC), it -> Tally.of(Task.BINARY))
                        .add(outcome(row));
            }
        }
        SortedMap<Instant, PerformanceVerdict> verdicts = new TreeMap<>();
        weeks.forEach((week, days) -> verdicts.put(week, verdict(days, sizes.getOrDefault(week, 1), baseline)));
        return verdicts;
    }

    private static PerformanceVerdict verdict(SortedMap<Instant, Tally> days, int rows, Figures baseline) {
        Tally week = Tally.of(Task.BINARY);
        days.values().forEach(week::merge);
        return new PerformanceJudge(Metrics.tolerances(Task.BINARY), 0.01)
                .judge(
                        Maturity.of(true, week.n() / (double) rows, 0.6, false),
                        BlockPerformance.of(week, days.values()),
                        baseline,
                        NOTHING_BEFORE);
    }

    private static boolean isKnown(Row row, Instant by) {
        String known = row.text("label_timestamp");
        return !known.isEmpty() && Instant.parse(known).isBefore(by);
    }

    private static Outcome outcome(Row row) {
        String score = row.text("score");
        return JUDGE.judge(
                        new Answer.Name(row.text("prediction")),
                        new Answer.Name(row.text("label")),
                        score.isEmpty() ? Double.NaN : Double.parseDouble(score))
                .orElseThrow();
    }

    private static List<Row> rows(String file) throws IOException {
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file)));
                BufferedReader lines = new BufferedReader(new InputStreamReader(gzip, StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(lines.readLine().split(",", -1));
            return lines.lines()
                    .map(line -> new Row(header, List.of(line.split(",", -1))))
                    .toList();
        }
    }

    /** A line of a table; a column it does not have is empty. */
    private record Row(List<String> header, List<String> cells) {
        String text(String column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : cells.get(at);
        }
    }

    /** The facts of every stream, those without a value left out. */
    private static List<Map<String, String>> manifest() throws IOException {
        List<Map<String, String>> streams = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory().createParser(FOLDER.resolve("manifest.json").toFile())) {
            Map<String, String> facts = new HashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    facts.put(json.currentName(), json.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    streams.add(facts);
                    facts = new HashMap<>();
                }
            }
        }
        return streams;
    }
}
