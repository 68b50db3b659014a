package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.catalog.WindowSize;
import io.leeway.event.BatchBuilder;
import io.leeway.event.LabelsBuilder;
import io.leeway.logs.PredictionLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What rules are told of rows and labels that do not come. */
class ArrearsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void nothingIsMissedWhereNothingUsuallyComes() {
        batches(0, 1, 2);
        assertThat(missed("*")).as("the hours between two weekly batches").isNotEmpty();
        assertThat(missed("*").values()).allMatch(rows -> rows == 0);
    }

    @Test
    void aBatchThatDoesNotComeIsMissedAnHourLaterAndUntilItComes() {
        batches(0, 1, 3);
        Map<Instant, Double> missed = missed("*");
        Instant due = MONDAY.plus(WEEK.multipliedBy(2)).plus(Duration.ofHours(8));
        assertThat(missed.get(due)).as("the hour in which it should come").isZero();
        assertThat(missed.get(due.plus(Duration.ofHours(1))))
                .as("an hour later")
                .isEqualTo(30);
        assertThat(missed.get(due.plus(Duration.ofDays(6))))
                .as("six days later")
                .isEqualTo(30);
    }

    @Test
    void aBatchThatComesLateIsNotMissedAnyMoreInTheEmptyWindowsBehindIt() {
        batches(0, 1, 3);
        Instant later = batch(2).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(5));
        assertThat(missed("*")).containsEntry(later, 30.0);
        clockwork.deliver();
        batches(2);
        assertThat(missed("*")).containsEntry(later, 0.0);
    }

    @Test
    void inItsFirstWeekNothingIsExpectedOfAModel() {
        post(MONDAY, 30, "1");
        post(MONDAY.plus(Duration.ofDays(6)), 30, "1");
        clockwork.report();
        assertThat(missed("*")).isEmpty();
        assertThat(clockwork.facts()).isNotEmpty();
    }

    @Test
    void aVersionIsMissedThoughAnotherOneGoesOn() {
        for (int week = 0; week < 4; week++) {
            post(batch(week), 30, "1");
            if (week != 2) {
                post(batch(week), 30, "2");
            }
        }
        clockwork.report();
        assertThat(missed("*").values()).allMatch(rows -> rows == 0);
        assertThat(missed("2").values()).contains(30.0);
        assertThat(missed("1").values()).allMatch(rows -> rows == 0);
    }

    @Test
    void aServiceThatStartedAgainInTheMiddleOfTheSilenceMissesAsMuch() {
        batches(0, 1, 2);
        clockwork.now(Instant.parse("2030-01-01T00:00:00Z"));
        clockwork.tick();
        clockwork.now(Instant.parse("2030-01-08T12:00:00Z"));
        clockwork.tick();
        clockwork.report();
        clockwork.crash(3);
        clockwork.now(Instant.parse("2030-01-08T15:00:00Z"));
        clockwork.tick();
        clockwork.report();
        NavigableMap<Instant, Double> missed = missed("*");
        assertThat(missed.lastEntry().getValue()).isEqualTo(30);
        assertThat(missed.lastKey()).isAfter(batch(3));
    }

    @Test
    void theFlightsMissOnlyTheTwelveHoursInWhichNoneAreThere() {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        PredictionLog.named("flights").predictions().forEach(flight -> {
            batch.id(flight.id());
            keep(batch, flight.timestamp(), flight.version());
        });
        clockwork.predictions(batch.build());
        clockwork.report();
        NavigableMap<Instant, Double> missed = missed("*");
        Instant fault = Instant.parse("2001-06-16T06:00:00Z");
        double most = missed.subMap(fault, fault.plus(Duration.ofHours(13))).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        assertThat(most).as("in the fault, but for its last hour").isCloseTo(137, within(2.0));
        missed.subMap(fault, fault.plus(Duration.ofHours(13))).clear();
        assertThat(missed.values()).as("in any other gap").allMatch(rows -> rows <= 6);
    }

    @Test
    void labelsAreAsLateAsThoseOfThePredictionsThatAreSoOldByNow() {
        LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
        for (int day = 0; day < 20; day++) {
            Instant noon = MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            post(noon, 4, "1");
            int known = day < 3 ? 4 : 1;
            for (int row = 0; row < known; row++) {
                labels.add(noon + "-" + row, 1, noon.plus(Duration.ofDays(2)).toEpochMilli());
            }
        }
        clockwork.labels(labels.build());
        clockwork.report();
        assertThat(coverage(12)).containsEntry("coverage_7d", 0.25).containsEntry("coverage_1d", 0.0);
        assertThat(coverage(9)).as("a week ago day 2 had just ended").containsEntry("coverage_7d", 1.0);
        assertThat(coverage(9)).as("nothing is so old").doesNotContainKey("coverage_14d");
        assertThat(coverage(16)).as("two weeks ago day 2").containsEntry("coverage_14d", 1.0);
    }

    @Test
    void aModelThatNeverHadALabelHasNoneThatAreLate() {
        batches(0, 1, 2);
        assertThat(clockwork.facts())
                .noneMatch(fact -> fact.point().measurement().equals("labels"));
    }

    @Test
    void howLongAgoTheNewestLabelBecameKnownIsToldAtTheEndOfEachDay() {
        post(MONDAY, 1, "1");
        LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
        labels.add(MONDAY + "-0", 1, MONDAY.plus(Duration.ofHours(20)).toEpochMilli());
        clockwork.labels(labels.build());
        post(MONDAY.plus(Duration.ofDays(4)), 1, "1");
        clockwork.report();
        assertThat(coverage(0)).containsEntry("since_last", 4.0 * 3600);
        assertThat(coverage(2)).containsEntry("since_last", 52.0 * 3600);
    }

    private void batches(int... weeks) {
        for (int week : weeks) {
            post(batch(week), 30, "1");
        }
        clockwork.report();
    }

    private static Instant batch(int week) {
        return MONDAY.plus(WEEK.multipliedBy(week)).plus(Duration.ofMinutes(8 * 60 + 10));
    }

    private Map<String, Object> coverage(int day) {
        return clockwork.facts().stream()
                .filter(fact -> fact.size() == WindowSize.DAY && isAbout(fact, "labels", "*"))
                .filter(fact -> fact.point().time().equals(MONDAY.plus(Duration.ofDays(day))))
                .findFirst()
                .orElseThrow()
                .point()
                .fields();
    }

    /** The rows that should have come since the last one, by the start of the window at whose end they are missed. */
    private NavigableMap<Instant, Double> missed(String version) {
        NavigableMap<Instant, Double> missed = new TreeMap<>();
        List<Fact> arrivals = clockwork.facts().stream()
                .filter(fact -> isAbout(fact, "ingest", version))
                .toList();
        arrivals.forEach(fact -> {
            Object rows = fact.point().fields().get("expected_since_last");
            if (rows instanceof Double number) {
                missed.put(fact.point().time(), number);
            }
        });
        return missed;
    }

    private static boolean isAbout(Fact fact, String measurement, String version) {
        return fact.point().measurement().equals(measurement)
                && version.equals(fact.point().tags().get("version"));
    }

    private void post(Instant time, int rows, String version) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        for (int row = 0; row < rows; row++) {
            batch.id(time + "-" + row);
            keep(batch, time, version);
        }
        clockwork.predictions(batch.build());
    }

    private static void keep(BatchBuilder batch, Instant time, String version) {
        batch.timestamp(time.toEpochMilli());
        batch.version(version);
        batch.predictionNumber(1);
        batch.score(0.75);
        batch.keep();
    }
}
