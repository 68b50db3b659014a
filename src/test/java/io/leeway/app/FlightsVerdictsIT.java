package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.WindowAnswer.Feature;
import io.leeway.logs.PredictionLog;
import io.leeway.yaml.InvalidYamlException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four months of real flights with two faults put in: distance in kilometres for a week, a feed missing for three days. The
 * settings are those of the demonstration, which monitor everything but the day of the week.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlightsVerdictsIT {
    /** Later than the last row and its label. */
    private static final Instant END = Instant.parse("2001-07-01T06:00:00Z");

    /** When the last week has closed. */
    private static final Instant AFTERWARDS = Instant.parse("2001-07-02T12:00:00Z");

    /** Of the week of 7 May. */
    private static final Pattern DISTANCE_FROM_CHICAGO =
            Pattern.compile("(?<=\"timestamp\":\"2001-05-(?:0[7-9]|1[0-3])T.{1,200})\"distance\":([0-9.]+)");

    private final LogOverHttp log = new LogOverHttp(PredictionLog.named("flights"));
    private final WatchedService ordered;

    FlightsVerdictsIT(@TempDir Path folder) throws IOException, InvalidYamlException {
        ordered = service(folder);
        ordered.postPredictions(log.predictions());
        ordered.postLabels(log.labels());
        closeAll(ordered);
    }

    @AfterAll
    void stop() {
        ordered.close();
    }

    @Test
    void inAllWeeksNothingButTheTwoFaultsHasDrifted() {
        assertThat(drifted(ordered, "7d")).containsExactly("2001-04-16 recent_delay", "2001-05-21 distance");
    }

    @Test
    void onSingleDaysTheFaultsAreFoundAndHardlyAnythingElse() {
        List<String> found = drifted(ordered, "1d");
        List<String> faults = List.of(
                "2001-04-16 recent_delay",
                "2001-04-17 recent_delay",
                "2001-04-18 recent_delay",
                "2001-05-21 distance",
                "2001-05-22 distance",
                "2001-05-23 distance",
                "2001-05-24 distance",
                "2001-05-25 distance",
                "2001-05-26 distance",
                "2001-05-27 distance");
        assertThat(ordered.windows("1d", "*").stream().filter(day -> day.n() > 0))
                .hasSize(118)
                .allMatch(WindowAnswer::closed);
        assertThat(found).containsAll(faults).hasSizeLessThanOrEqualTo(faults.size() + 4);
    }

    @Test
    void aVerdictNamesItsNumbers() {
        Instant week = Instant.parse("2001-05-21T00:00:00Z");
        assertThat(ordered.window(week, "7d").feature("distance").reason())
                .isEqualTo("distance: psi 0.42 against a limit of 0.12 at n = 1,419; every bin above 1076 gained");
    }

    /** A third fault, from 7 May on for a week: distances of flights from Chicago in feet, 80 of 1,400 flights. */
    @Test
    void withAirportsWatchedApartTheWholeSaysTheSameAndNamesTheOneThatIsWrong(@TempDir Path folder)
            throws IOException, InvalidYamlException {
        String settings = String.join("\n", PredictionLog.named("flights").lines("settings.json"));
        String apart = new JsonObject(settings)
                .put("segments", new JsonArray(List.of("origin_airport")))
                .put("windows", new JsonArray(List.of("1d", "7d")))
                .encode();
        try (WatchedService segmented = log.service(folder, apart)) {
            segmented.setTime(END);
            segmented.postPredictions(
                    log.predictions().stream().map(FlightsVerdictsIT::inFeet).toList());
            segmented.postLabels(log.labels());
            closeAll(segmented);
            assertThat(drifted(segmented, "7d"))
                    .containsExactly("2001-04-16 recent_delay", "2001-05-07 distance", "2001-05-21 distance");
            assertThat(segmented
                            .window(Instant.parse("2001-05-07T00:00:00Z"), "7d")
                            .feature("distance")
                            .reason())
                    .endsWith("; all of it is origin_airport=ORD");
            demandThatDistancesDriftOnlyWhereTheyAreWrong(segmented);
        }
    }

    /** Of 8 airports, where Chicago has 80 flights a week and others fewer. Delays have a weather of their own at each. */
    private static void demandThatDistancesDriftOnlyWhereTheyAreWrong(WatchedService segmented) {
        Map<String, List<String>> drifted = new TreeMap<>();
        for (String airport : List.of("ORD", "DFW", "ATL", "LAX", "PHX", "STL", "DTW", "DEN")) {
            List<WindowAnswer> weeks = segmented.ofSegment("origin_airport=" + airport, "7d");
            assertThat(weeks).hasSizeBetween(16, 18).allMatch(WindowAnswer::closed);
            drifted.put(airport, drifted(weeks));
        }
        assertThat(drifted.remove("ORD")).contains("2001-05-07 distance", "2001-05-21 distance");
        assertThat(drifted.values().stream().flatMap(List::stream))
                .filteredOn(found -> found.endsWith(" distance"))
                .containsOnly("2001-05-21 distance");
    }

    private static String inFeet(String row) {
        Matcher distance = DISTANCE_FROM_CHICAGO.matcher(row);
        boolean wrong = distance.find() && row.contains("\"origin_airport\":\"ORD\"");
        return wrong
                ? row.replace(distance.group(), "\"distance\":" + 5280 * Double.parseDouble(distance.group(1)))
                : row;
    }

    @Test
    void shuffledRepeatedAndLabelledBeforehandTheLogSaysTheSame(@TempDir Path folder)
            throws IOException, InvalidYamlException {
        try (WatchedService shuffled = service(folder)) {
            shuffled.postLabels(shuffledTwice(log.labels()));
            shuffled.postPredictions(shuffledTwice(log.predictions()));
            closeAll(shuffled);
            demandEveryRowCountedOnce(shuffled.model());
            for (String size : List.of("1d", "7d")) {
                assertThat(Differences.between(ordered.wholeWindows(size), shuffled.wholeWindows(size)))
                        .isEmpty();
            }
            assertThat(Differences.between(ordered.windows("1h", "*"), shuffled.windows("1h", "*")))
                    .isEmpty();
        }
    }

    private WatchedService service(Path folder) throws IOException, InvalidYamlException {
        WatchedService service = log.service(
                folder, String.join("\n", PredictionLog.named("flights").lines("settings.json")));
        service.setTime(END);
        return service;
    }

    private static void closeAll(WatchedService service) {
        var unused = service.model();
        service.setTime(AFTERWARDS);
        service.settle();
    }

    private void demandEveryRowCountedOnce(JsonObject model) {
        JsonObject predictions = model.getJsonObject("predictions");
        assertThat(model.getLong("behind")).isZero();
        assertThat(predictions.getLong("accepted"))
                .isEqualTo(2L * log.predictions().size());
        assertThat(predictions.getLong("counted")).isEqualTo(log.predictions().size());
        assertThat(predictions.getLong("duplicates"))
                .isEqualTo(log.predictions().size());
    }

    /** Inputs that have drifted in closed windows, as "2001-05-21 distance". */
    private static List<String> drifted(WatchedService service, String size) {
        return drifted(service.wholeWindows(size));
    }

    private static List<String> drifted(List<WindowAnswer> windows) {
        return windows.stream()
                .flatMap(window -> window.features().stream())
                .filter(feature -> feature.role().equals("feature") && feature.drifted())
                .map(FlightsVerdictsIT::dayAndName)
                .toList();
    }

    private static String dayAndName(Feature feature) {
        return feature.start().toString().substring(0, 10) + " " + feature.name();
    }

    /** Every row twice, in any order. */
    private static List<String> shuffledTwice(List<String> rows) {
        List<String> twice =
                new ArrayList<>(Stream.concat(rows.stream(), rows.stream()).toList());
        Collections.shuffle(twice, new Random(4));
        return twice;
    }
}
