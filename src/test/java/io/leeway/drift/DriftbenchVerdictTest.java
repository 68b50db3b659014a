package io.leeway.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams whose drift is known exactly, against a reference without time stamps; judged daily and weekly. */
class DriftbenchVerdictTest {
    private static final Path FOLDER = Path.of("../shared/data/driftbench");
    private static final List<String> NUMERIC =
            List.of("age", "education-num", "capital-gain", "capital-loss", "hours-per-week", "score");
    private static final List<String> CATEGORICAL = List.of(
            "workclass", "education", "marital-status", "occupation", "relationship", "race", "sex", "prediction");
    private static final List<String> FOUND_AT_ONCE = List.of(
            "mean_shift",
            "scale",
            "category_mix",
            "new_category",
            "missing_rate",
            "unit_error",
            "stuck_value",
            "subgroup_mix",
            "prior_shift",
            "temporary_incident");

    private static final List<Stream> STREAMS = new ArrayList<>();

    /** A stream, and what was judged of it. */
    private record Stream(Map<String, String> facts, List<Window> windows) {
        String kind() {
            return facts.getOrDefault("kind", "");
        }

        boolean isQuiet(Window window) {
            boolean endsBeforeOnset = facts.containsKey("onset")
                    && !window.end()
                            .isAfter(LocalDate.parse(
                                    facts.getOrDefault("onset", "").substring(0, 10)));
            return kind().equals("none") || (endsBeforeOnset && !kind().equals("weekly_season"));
        }

        /** The windows of so many days that end behind the onset. */
        List<Window> afterOnset(int days) {
            return windows.stream()
                    .filter(window -> window.days() == days && !isQuiet(window))
                    .toList();
        }

        @Override
        public String toString() {
            return kind() + " " + facts.get("magnitude");
        }
    }

    /** A judged window and what has drifted in it. */
    private record Window(LocalDate start, int days, List<String> drifted) {
        LocalDate end() {
            return start.plusDays(days);
        }

        boolean alarms() {
            return !drifted.isEmpty();
        }
    }

    @BeforeAll
    static void judgeEveryStream() throws IOException {
        assumeTrue(Files.exists(FOLDER), "the drift benchmark is not here: " + FOLDER);
        List<Map<String, String>> reference = LogRows.csv(open("reference.csv.gz"));
        WatchedLog daily = WatchedLog.against(reference, WatchedLog.DAILY, NUMERIC, CATEGORICAL);
        WatchedLog weekly = WatchedLog.against(reference, WatchedLog.WEEKLY, NUMERIC, CATEGORICAL);
        for (Map<String, String> facts : manifest()) {
            List<Map<String, String>> rows = LogRows.csv(open(facts.getOrDefault("file", "")));
            List<Window> windows = new ArrayList<>(judge(daily, WatchedLog.DAILY, 1, rows));
            windows.addAll(judge(weekly, WatchedLog.WEEKLY, 7, rows));
            STREAMS.add(new Stream(facts, windows));
        }
    }

    @Test
    void windowsInWhichNothingChangedAreQuiet() {
        List<Window> quiet = STREAMS.stream()
                .flatMap(stream -> stream.windows().stream().filter(stream::isQuiet))
                .toList();
        assertThat(quiet).hasSizeGreaterThan(1700);
        assertThat(quiet.stream().filter(Window::alarms)).isEmpty();
    }

    @Test
    void largeAndMediumDriftsAreFoundWithinOneWeekOrThreeDays() {
        assertThat(STREAMS)
                .filteredOn(stream -> FOUND_AT_ONCE.contains(stream.kind()))
                .filteredOn(stream -> !"small".equals(stream.facts().get("magnitude")))
                .isNotEmpty()
                .allMatch(DriftbenchVerdictTest::isFoundAtOnce);
    }

    @Test
    void mostSmallDriftsAreFoundWithinThreeWeeks() {
        List<Stream> small = STREAMS.stream()
                .filter(stream -> FOUND_AT_ONCE.contains(stream.kind()))
                .filter(stream -> "small".equals(stream.facts().get("magnitude")))
                .toList();
        assertThat(small.stream().filter(stream -> isFound(stream, 7, 4)).count())
                .isGreaterThanOrEqualTo(Math.round(0.8 * small.size()));
    }

    @Test
    void aShiftNobodyCaresAboutIsNotReported() {
        assertThat(STREAMS)
                .filteredOn(stream -> stream.kind().equals("harmless_tiny"))
                .isNotEmpty()
                .allMatch(stream -> stream.windows().stream().noneMatch(Window::alarms));
    }

    private static boolean isFoundAtOnce(Stream stream) {
        LocalDate onset =
                LocalDate.parse(stream.facts().getOrDefault("onset", "").substring(0, 10));
        boolean inItsFirstWholeWeek = stream.afterOnset(7).stream()
                .filter(window -> !window.start().isBefore(onset))
                .limit(1)
                .anyMatch(Window::alarms);
        return inItsFirstWholeWeek || isFound(stream, 1, 3);
    }

    private static boolean isFound(Stream stream, int days, int windows) {
        return stream.afterOnset(days).stream().limit(windows).anyMatch(Window::alarms);
    }

    private static List<Window> judge(
            WatchedLog log, UnaryOperator<LocalDate> size, int days, List<Map<String, String>> rows) {
        return WatchedLog.cut(rows, size).entrySet().stream()
                .map(window -> new Window(
                        window.getKey(),
                        days,
                        log.drifted(window.getKey(), window.getValue()).toList()))
                .toList();
    }

    private static List<Map<String, String>> manifest() throws IOException {
        List<Map<String, String>> streams = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(open("manifest.json"))) {
            Map<String, String> stream = new HashMap<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    stream = new HashMap<>();
                    streams.add(stream);
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    stream.put(parser.currentName(), parser.getText());
                }
            }
        }
        return streams;
    }

    private static InputStream open(String file) throws IOException {
        return Files.newInputStream(FOLDER.resolve(file));
    }
}
