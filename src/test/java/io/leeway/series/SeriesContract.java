package io.leeway.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of series does. */
public interface SeriesContract {
    Instant MONDAY = Instant.parse("2001-03-05T00:00:00Z");
    Duration DAY = Duration.ofDays(1);

    SeriesWriter writer();

    /** Reads what {@link #writer} wrote. */
    SeriesReader reader();

    @Test
    default void whatIsWrittenComesBackWithItsTypes() throws SeriesUnavailableException {
        Point drift = new Point(
                "drift",
                MONDAY,
                driftTags("delays", "distance"),
                Map.of("psi", 0.1, "drift_score", -1e-300, "threshold", 3.0, "drifted", 1L, "n", Long.MAX_VALUE));
        Point incident = new Point(
                "incident",
                MONDAY.plusSeconds(1),
                tags("model", "delays", "version", "*", "rule", "drift", "level", "critical"),
                Map.of("state", "open", "text", "a \"quoted\" text, with \\ and\na second line \u00fc\ud83d\ude00"));
        write(drift, incident);
        assertThat(read("drift", Map.of())).containsExactly(drift);
        assertThat(read("incident", Map.of())).containsExactly(incident);
    }

    @Test
    default void nothingIsThereBeforeItIsWritten() throws SeriesUnavailableException {
        assertThat(read("window", Map.of("model", "nobody"))).isEmpty();
        assertThat(writer().write(List.of())).isEmpty();
    }

    @Test
    default void readingIsRestrictedToTheTagsGiven() throws SeriesUnavailableException {
        write(
                window("a", MONDAY, Map.of("n", 1L)),
                window("b", MONDAY, Map.of("n", 2L)),
                window("a b", MONDAY, Map.of("n", 3L)));
        assertThat(read("window", Map.of("model", "b"))).containsExactly(window("b", MONDAY, Map.of("n", 2L)));
        assertThat(read("window", Map.of("segment", "all"))).hasSize(3);
        assertThat(read("window", Map.of("segment", "origin=ORD"))).isEmpty();
        assertThat(read("window", windowTags("a"))).containsExactly(window("a", MONDAY, Map.of("n", 1L)));
    }

    @Test
    default void timeIsHalfOpen() throws SeriesUnavailableException {
        for (int day = 0; day < 4; day++) {
            write(window("a", MONDAY.plus(DAY.multipliedBy(day)), Map.of("n", (long) day)));
        }
        assertThat(counts(reader().read("window", windowTags("a"), MONDAY.plus(DAY), MONDAY.plus(DAY.multipliedBy(3)))))
                .containsExactly(1L, 2L);
        assertThat(counts(reader().read("window", Map.of(), MONDAY.plus(DAY), MONDAY.plus(DAY.multipliedBy(3)))))
                .containsExactly(1L, 2L);
        assertThat(reader().read("window", windowTags("a"), MONDAY, MONDAY)).isEmpty();
        assertThat(reader().read("window", windowTags("a"), MONDAY.plus(DAY), MONDAY))
                .isEmpty();
    }

    /** A database with a retention of its own is asked for nothing. */
    default boolean drops() {
        return false;
    }

    @Test
    default void ofOneModelTheOldIsDropped() throws SeriesUnavailableException {
        for (int day = 0; day < 4; day++) {
            Instant time = MONDAY.plus(DAY.multipliedBy(day));
            write(window("a", time, Map.of("n", (long) day)), window("a b", time, Map.of("n", (long) day)));
            write(new Point("drift", time, driftTags("a", "distance"), Map.of("psi", 1.0 * day)));
        }
        writer().dropBefore("a", MONDAY.plus(DAY.multipliedBy(2)));
        assertThat(read("window", Map.of("model", "a"))).hasSize(drops() ? 2 : 4);
        assertThat(read("drift", Map.of("model", "a"))).hasSize(drops() ? 2 : 4);
        assertThat(read("window", Map.of("model", "a b"))).hasSize(4);
    }

    @Test
    default void theOldestComesFirstAndOfOneTimeTheFirstByTags() throws SeriesUnavailableException {
        write(
                window("b", MONDAY.plus(DAY), Map.of("n", 4L)),
                window("a", MONDAY.plus(DAY), Map.of("n", 3L)),
                window("b", MONDAY, Map.of("n", 2L)),
                window("a", MONDAY, Map.of("n", 1L)));
        assertThat(counts(read("window", Map.of()))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    default void aPointWrittenAgainReplacesTheFieldsItNames() throws SeriesUnavailableException {
        write(window("a", MONDAY, Map.of("n", 1L, "drifted_features", 2L, "max_drift_score", 0.5, "revision", 0L)));
        write(window("a", MONDAY, Map.of("n", 9L, "drifted_features", 0L, "revision", 1L)));
        assertThat(read("window", Map.of()))
                .containsExactly(window(
                        "a", MONDAY, Map.of("n", 9L, "drifted_features", 0L, "max_drift_score", 0.5, "revision", 1L)));
    }

    @Test
    default void ofTheSamePointTwiceInOneCallTheLaterWins() throws SeriesUnavailableException {
        write(window("a", MONDAY, Map.of("n", 1L, "open", 1L)), window("a", MONDAY, Map.of("n", 2L)));
        assertThat(read("window", Map.of())).containsExactly(window("a", MONDAY, Map.of("n", 2L, "open", 1L)));
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    default void anyNameComesBackAsItWas(String name) throws SeriesUnavailableException {
        Point point = new Point("drift", MONDAY, driftTags("delays", name), Map.of("psi", 0.25));
        write(point, new Point("drift", MONDAY, driftTags("delays", "other"), Map.of("psi", 0.75)));
        assertThat(read("drift", Map.of("model", "delays", "feature", name))).containsExactly(point);
    }

    static List<String> hostileNames() {
        return List.of(
                "a b",
                "a,b",
                "a=b",
                "a\"b",
                "'",
                "a'b",
                "a\\b",
                "a\\",
                "\\,",
                "a\nb",
                "\r\n",
                "\t",
                "",
                " ",
                "#",
                "$x",
                "/a/",
                "*",
                "gr\u00f6\u00dfe",
                "\u7279\u5fb4",
                "\ud83d\ude80",
                "x".repeat(2_000));
    }

    @Test
    default void manyPointsInOneCallAreAllThere() throws SeriesUnavailableException {
        List<Point> points = new ArrayList<>();
        for (int hour = 0; hour < 12_000; hour++) {
            points.add(window("a", MONDAY.plus(Duration.ofHours(hour)), Map.of("n", (long) hour)));
        }
        assertThat(writer().write(points)).isEmpty();
        Instant behind = MONDAY.plus(Duration.ofDays(500));
        assertThat(reader().read("window", Map.of("model", "a"), MONDAY, behind))
                .isEqualTo(points);
    }

    @Test
    default void anUnknownMeasurementOrTagIsAMistake() {
        assertThatThrownBy(() -> read("nothing", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("window", Map.of("id", "f-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tag id");
    }

    @Test
    default void itIsReachable() {
        assertThat(writer().reachable()).isTrue();
    }

    private void write(Point... points) throws SeriesUnavailableException {
        assertThat(writer().write(List.of(points))).isEmpty();
    }

    private List<Point> read(String measurement, Map<String, String> tags) throws SeriesUnavailableException {
        return reader().read(measurement, tags, MONDAY.minus(DAY), MONDAY.plus(DAY.multipliedBy(30)));
    }

    private static List<Object> counts(List<Point> points) {
        return points.stream()
                .map(point -> point.fields().getOrDefault("n", -1L))
                .toList();
    }

    private static Point window(String model, Instant time, Map<String, Object> fields) {
        return new Point("window", time, windowTags(model), fields);
    }

    private static Map<String, String> windowTags(String model) {
        return tags("model", model, "version", "*", "segment", "all", "window", "1d");
    }

    private static Map<String, String> driftTags(String model, String feature) {
        return tags(
                "model",
                model,
                "version",
                "1",
                "segment",
                "all",
                "window",
                "1d",
                "reference",
                "baseline",
                "feature",
                feature,
                "role",
                "feature");
    }

    private static Map<String, String> tags(String... namesAndValues) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tags.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return tags;
    }
}
