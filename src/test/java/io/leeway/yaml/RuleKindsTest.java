package io.leeway.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule of each kind, as written in {@code rules/kinds.yml}. */
class RuleKindsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final YamlFile RECEIVERS = new YamlFile("receivers.yml", """
        version: 1
        mail: {from: leeway@example.org, message_id_domain: example.org}
        receivers: {on-call: {email: [me@example.org]}}
        """);

    private IncidentBook book = new IncidentBook(List.of());
    private String written = "";

    @BeforeEach
    void read() throws IOException, InvalidYamlException {
        written = Files.readString(Path.of("src/test/resources/rules/kinds.yml"));
        book = new IncidentBook(AlertFiles.of(List.of(new YamlFile("kinds.yml", written), RECEIVERS))
                .rules());
    }

    @Test
    void aFigureOfTheWholeWindowIsAThreshold() {
        assertThat(told(window("window", "1d", 0, 1000, Map.of("drifted_share", .25))))
                .isEmpty();
        assertThat(told(window("window", "1d", 1, 1000, Map.of("drifted_share", .4))))
                .containsExactly("opened warning credit: 40.0 % of the inputs drifted");
    }

    @Test
    void aQuietNightIsNoSilenceAndMissedRowsAre() {
        assertThat(told(silent(1, 19.9), silent(2, 0))).isEmpty();
        assertThat(told(silent(3, 20))).containsExactly("opened warning credit has sent nothing for 3 h 0 min");
        assertThat(told(silent(4, 120))).containsExactly("worsened critical credit has sent nothing for 3 h 0 min");
        assertThat(told(arrival(5))).containsExactly("resolved critical credit has sent nothing for 3 h 0 min");
    }

    @Test
    void rowsAloneAreNotCriticalBeforeTheirTimeHasPassed() {
        assertThat(told(silent(1, 5000))).containsExactly("opened warning credit has sent nothing for 1 h 0 min");
    }

    @Test
    void labelsAreLateWhenTooFewOfTwoDaysCameOrNoneForLong() {
        assertThat(told(labels(0, .7, 1), labels(1, .9, 1))).isEmpty();
        assertThat(told(labels(2, .7, 1), labels(3, .7, 1)))
                .containsExactly("opened warning credit: 70.0 % of 14-day-old predictions have a label");
        assertThat(told(labels(4, .7, 6))).singleElement().asString().startsWith("worsened critical");
        assertThat(told(labels(5, .9, 6))).as("the newest is six days old").isEmpty();
        assertThat(told(labels(6, .9, 1))).singleElement().asString().startsWith("resolved");
    }

    @Test
    void aBudgetBurnsInTheLongWindowAndStillInTheShortOne() {
        assertThat(told(right(0, 12, .92))).isEmpty();
        assertThat(told(right(12, 16, .75))).as("half a day of the three").isNotEmpty();
        assertThat(told(right(16, 19, .95)))
                .as("the short window is well")
                .singleElement()
                .asString()
                .startsWith("resolved");
    }

    @Test
    void aFewHoursOfManyErrorsAreCritical() {
        assertThat(told(right(0, 12, .92))).isEmpty();
        assertThat(told(right(12, 14, 0.0))).last().asString().startsWith("worsened critical");
    }

    @Test
    void aBudgetIsJudgedOnceEnoughLabelsAreThere() {
        assertThat(told(right(0, 11, .92))).isEmpty();
        assertThat(told(performance(11, 1000, 20, 0, 1)))
                .as("20 labels in 6 h of 50 that are asked for")
                .isEmpty();
    }

    @Test
    void labelsThatComeLaterRevise() {
        assertThat(told(right(0, 12, .92))).isEmpty();
        assertThat(told(performance(12, 1000, 0, 0, 1))).isEmpty();
        assertThat(told(performance(12, 1000, 1000, 0, 2))).isNotEmpty();
        assertThat(told(performance(12, 1000, 1000, .95, 3)))
                .singleElement()
                .asString()
                .startsWith("withdrawn");
    }

    /** Replaces the first text by the second in the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "kind: absence   ¦ kind: absense    ¦ absense is unknown; did you mean absence?",
                "after: 20 rows  ¦ after: many rows ¦ a number of rows such as 20 rows, or a duration such as 2h, is"
                        + " needed, not many rows",
                "after: 20 rows  ¦ when: \"n < 1\"  ¦ when is not known here; there is after",
                "target: 92%     ¦ target: 100%     ¦ the target must be above 0% and below 100%: no error budget is"
                        + " left at 100%",
                "short: 12h      ¦ short: 4d        ¦ short must be shorter than long: it shows that the errors go on",
                "short: 6h       ¦ short: 5h        ¦ this is shorter than one window; watch a smaller window, or look"
                        + " back further",
                "burn: 1.5       ¦ burn: none       ¦ a number above 0 is needed, not none",
                "burn_3d         ¦ burn_3           ¦ {burn_3} is not known here; did you mean {burn_3d}?",
                "factor          ¦ fact             ¦ |fact is not known here; did you mean factor?",
                "since_last > 5d ¦ since_last > 5x  ¦ x was not expected here",
                "objective: {good: correct, target: 92%} ¦ trust: {min_samples: 1} ¦ objective is missing here, such"
                        + " as {target: 92%}",
                "watch: {window: 1d, per: [model]} ¦ watch: {measurement: drift, window: 1d, per: [model]} ¦ drift is"
                        + " unknown"
            })
    void whatAKindDoesNotKnowIsTold(String text, String mistake, String sentence) {
        assertThat(written).contains(text);
        YamlFile file = new YamlFile("kinds.yml", written.replace(text, mistake));
        assertThat(catchThrowableOfType(InvalidYamlException.class, () -> AlertFiles.of(List.of(file, RECEIVERS))))
                .hasMessageContaining(sentence);
    }

    private List<Observation> right(int from, int to, double accuracy) {
        List<Observation> windows = new ArrayList<>();
        for (int at = from; at < to; at++) {
            windows.add(performance(at, 1000, 900, accuracy, 1));
        }
        return windows;
    }

    private List<String> told(List<Observation> windows) {
        return book.accept(windows).incidents().stream()
                .filter(change -> change.kind() != IncidentChange.Kind.UPDATED)
                .map(RuleKindsTest::sentence)
                .toList();
    }

    private List<String> told(Observation... windows) {
        return told(List.of(windows));
    }

    private static String sentence(IncidentChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + change.incident().level().text() + " "
                + change.incident().title();
    }

    private static Observation silent(int hour, double missed) {
        return arrivals(hour, 0, Map.of("since_last", hour * 3600.0, "expected_since_last", missed));
    }

    private static Observation arrival(int hour) {
        return arrivals(hour, 7, Map.of("since_last", 60.0, "expected_since_last", 0.0));
    }

    private static Observation arrivals(int hour, long n, Map<String, Double> figures) {
        Tags tags = new Tags(Map.of("model", "credit", "version", "*"));
        Instant start = MONDAY.plus(Duration.ofHours(hour));
        return new Observation("ingest", tags, start, start.plus(Duration.ofHours(1)), true, 1, n, figures, "");
    }

    private static Observation labels(int day, double coverage, int daysSince) {
        return window("labels", "1d", day, 200, Map.of("coverage_14d", coverage, "since_last", daysSince * 86_400.0));
    }

    private static Observation performance(int at, long n, int labelled, double accuracy, long revision) {
        Map<String, Double> figures = new TreeMap<>(Map.of("n_labelled", (double) labelled));
        if (labelled > 0) {
            figures.put("accuracy", accuracy);
        }
        Instant start = MONDAY.plus(Duration.ofHours(6L * at));
        return new Observation(
                "performance", tags("6h"), start, start.plus(Duration.ofHours(6)), true, revision, n, figures, "");
    }

    private static Observation window(String measurement, String size, int day, long n, Map<String, Double> figures) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        return new Observation(measurement, tags(size), start, start.plus(Duration.ofDays(1)), true, 1, n, figures, "");
    }

    private static Tags tags(String size) {
        return new Tags(Map.of("model", "credit", "version", "*", "segment", "all", "window", size));
    }
}
