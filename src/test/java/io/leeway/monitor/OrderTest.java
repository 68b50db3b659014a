package io.leeway.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Rows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any order of arrival, any lanes and any crash give the same numbers, of the whole and of its segments. */
class OrderTest {
    private static final List<String> SEGMENTS = List.of(WindowKey.WHOLE, "colour=red", "colour=green", "colour=other");

    private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<Row> REFERENCE = Rows.some(2_000, START.minusSeconds(86_400 * 10), START, 1);
    private static final List<Row> ROWS = Rows.some(1_500, START, START.plusSeconds(86_400 * 3), 2);
    private static final Row LAST = Rows.some(1, START.plusSeconds(86_400 * 6), START.plusSeconds(86_400 * 7), 3)
            .get(0);

    @ParameterizedTest
    @CsvSource({"1, 11", "2, 12", "7, 13", "2, 14"})
    void shuffledRepeatedAndLabelledBeforehandTheNumbersAreThoseOfTheOrderedLog(int lanes, long seed) {
        Clockwork ordered = started(1);
        ordered.predictions(Rows.batch(ROWS));
        ordered.labels(Rows.labels(ROWS));
        finish(ordered);

        Clockwork shuffled = started(lanes);
        Random random = new Random(seed);
        List<Runnable> posts = new ArrayList<>();
        for (List<Row> chunk : chunks(random)) {
            posts.add(() -> shuffled.predictions(Rows.batch(chunk)));
            posts.add(() -> shuffled.labels(Rows.labels(chunk)));
            if (random.nextInt(3) == 0) {
                posts.add(() -> shuffled.predictions(Rows.batch(chunk)));
            }
        }
        Collections.shuffle(posts, random);
        for (Runnable post : posts) {
            post.run();
            if (random.nextInt(5) == 0) {
                shuffled.report();
            }
        }
        finish(shuffled);
        assertSame(ordered, shuffled);
        assertThat(SEGMENTS)
                .allSatisfy(segment -> assertThat(ordered.reports(Rows.MODEL, "2", segment, WindowSize.DAY))
                        .hasSizeGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 21", "2, 3, 22", "3, 1, 23", "1, 7, 24"})
    void aCrashAtAnyMomentChangesNothing(int lanes, int lanesAfter, long seed) {
        Clockwork ordered = started(1);
        ordered.predictions(Rows.batch(ROWS));
        ordered.labels(Rows.labels(ROWS));
        finish(ordered);

        Clockwork crashing = started(lanes);
        Random random = new Random(seed);
        int alive = lanes;
        for (List<Row> chunk : chunks(random)) {
            crashing.predictions(Rows.batch(chunk));
            crashing.labels(Rows.labels(chunk));
            switch (random.nextInt(5)) {
                case 0 -> crashing.report();
                case 1 -> crashing.commit(random.nextInt(alive));
                case 2 -> crashing.checkpointSequencer();
                case 3 -> {
                    alive = random.nextBoolean() ? lanes : lanesAfter;
                    crashing.crash(alive);
                }
                default -> {}
            }
        }
        finish(crashing);
        assertSame(ordered, crashing);
        Reports.Totals totals = crashing.status(Rows.MODEL).predictions();
        assertThat(totals.accepted()).isEqualTo(totals.counted() + totals.duplicates());
        assertThat(totals.counted()).isEqualTo(ROWS.size() + 1);
        assertThat(crashing.status(Rows.MODEL).behind()).isZero();
    }

    @Test
    void anyArrivalOverAnyLanesAndRestartsGivesTheSameCountsVerdictsAndFigures() {
        Clockwork ordered = started(1);
        ordered.predictions(Rows.batch(ROWS));
        ordered.labels(Rows.labels(ROWS));
        finish(ordered);
        long base = Long.getLong("leeway.seed", 31);
        for (long seed = base; seed < base + Effort.times(4); seed++) {
            Random random = new Random(seed);
            Clockwork arrived = started(Arrival.lanes(random));
            new Arrival(ROWS, random).at(arrived);
            finish(arrived);
            try {
                assertSame(ordered, arrived);
                assertSameCounts(ordered, arrived);
            } catch (AssertionError difference) {
                throw new AssertionError("-Dleeway.seed=" + seed, difference);
            }
        }
    }

    @Test
    void ofTwoLabelsTheLaterOneWinsWhicheverComesFirst() {
        Row row = ROWS.get(0);
        Clockwork one = started(2);
        Clockwork other = started(2);
        one.predictions(Rows.batch(List.of(row)));
        one.labels(label(row, 0, 1));
        one.labels(label(row, 1, 2));
        other.labels(label(row, 1, 2));
        other.predictions(Rows.batch(List.of(row)));
        other.labels(label(row, 0, 1));
        finish(one);
        finish(other);
        assertSame(one, other);
        assertThat(one.status(Rows.MODEL).labels().duplicates()).isZero();
        assertThat(other.status(Rows.MODEL).labels().duplicates()).isEqualTo(1);
    }

    @Test
    void aForgottenPredictionIsStillKnownAsADuplicateAndTakesNoLabel() {
        Clockwork clockwork = started(2);
        Row row = ROWS.get(0);
        clockwork.predictions(Rows.batch(List.of(row)));
        clockwork.forget(Rows.MODEL, row.id());
        clockwork.predictions(Rows.batch(List.of(row)));
        clockwork.labels(Rows.labels(List.of(row)));
        clockwork.report();
        assertThat(clockwork.status(Rows.MODEL).predictions().counted()).isEqualTo(1);
        assertThat(clockwork.status(Rows.MODEL).predictions().duplicates()).isEqualTo(1);
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.DAY).get(0).labelled())
                .isZero();
    }

    private static io.leeway.event.Labels label(Row row, int value, int seconds) {
        io.leeway.event.LabelsBuilder labels = new io.leeway.event.LabelsBuilder(Rows.MODEL);
        labels.add(row.id(), value, row.time().plusSeconds(seconds).toEpochMilli());
        return labels.build();
    }

    private static Clockwork started(int lanes) {
        Clockwork clockwork = new Clockwork(lanes);
        clockwork.settings(Rows.MODEL, SettingsOf.segments("colour"));
        clockwork.baseline(Rows.batch(withoutBlue(REFERENCE)));
        return clockwork;
    }

    private static List<Row> withoutBlue(List<Row> rows) {
        return rows.stream().filter(row -> !row.colour().equals("blue")).toList();
    }

    /** A row far ahead closes every window. */
    private static void finish(Clockwork clockwork) {
        clockwork.predictions(Rows.batch(List.of(LAST)));
        clockwork.report();
    }

    private static List<List<Row>> chunks(Random random) {
        List<Row> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, random);
        List<List<Row>> chunks = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += 50) {
            chunks.add(shuffled.subList(from, Math.min(from + 50, shuffled.size())));
        }
        return chunks;
    }

    private static void assertSame(Clockwork one, Clockwork other) {
        for (WindowSize size : List.of(WindowSize.HOUR, WindowSize.DAY)) {
            for (String version : List.of("*", "1", "2")) {
                for (String segment : SEGMENTS) {
                    assertSame(
                            one.reports(Rows.MODEL, version, segment, size),
                            other.reports(Rows.MODEL, version, segment, size));
                }
            }
        }
    }

    private static void assertSame(List<WindowReport> one, List<WindowReport> other) {
        Map<Instant, WindowReport> expected = byStart(one);
        Map<Instant, WindowReport> actual = byStart(other);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((start, report) -> assertSame(report, requireNonNull(actual.get(start))));
    }

    private static void assertSame(WindowReport expected, WindowReport actual) {
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(actual.labelled()).isEqualTo(expected.labelled());
        assertThat(actual.closed()).isEqualTo(expected.closed());
        assertThat(actual.driftedFeatures()).isEqualTo(expected.driftedFeatures());
        assertClose(expected.performance().asMap(), actual.performance().asMap());
        for (int i = 0; i < expected.features().size(); i++) {
            FeatureReport feature = expected.features().get(i);
            assertThat(actual.features().get(i).verdict()).isEqualTo(feature.verdict());
            assertClose(
                    feature.figures().asMap(),
                    actual.features().get(i).figures().asMap());
        }
    }

    private static void assertClose(Map<String, Double> expected, Map<String, Double> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, value) ->
                assertThat(actual.get(name)).as(name).isCloseTo(value, Percentage.withPercentage(1e-10)));
    }

    /** Every count of every bin is the same to the unit. */
    private static void assertSameCounts(Clockwork one, Clockwork other) {
        assertThat(other.status(Rows.MODEL).predictions().counted())
                .isEqualTo(one.status(Rows.MODEL).predictions().counted());
        for (WindowReport report : one.reports(Rows.MODEL, "*", WindowSize.DAY)) {
            for (String feature : List.of("size", "colour", "score", "prediction")) {
                assertThat(other.histograms(report.key(), feature))
                        .as("%s of %s", feature, report.key())
                        .isEqualTo(one.histograms(report.key(), feature))
                        .isPresent();
            }
        }
    }

    private static Map<Instant, WindowReport> byStart(List<WindowReport> reports) {
        Map<Instant, WindowReport> byStart = new TreeMap<>();
        reports.forEach(report -> byStart.put(report.key().start(), report));
        return byStart;
    }
}
