package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.change.Change;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.LabelsBuilder;
import io.leeway.monitor.Rows.Row;
import io.leeway.sequential.Calibrated;
import io.leeway.series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors watch labels by the day in which they became known. */
class DetectorsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS_A_DAY = 150;
    private static final int DAYS = 30;
    /** From here on a third of the labels turn out the other way. */
    private static final int TURNED = 20;

    @Test
    void aRiseIsReportedInTheDayThatToldAndNamesTheDayItBegan() {
        Clockwork clockwork = started(2);
        run(clockwork);
        List<WindowReport> found = clockwork.reports(Rows.MODEL, "*", WindowSize.DAY).stream()
                .filter(report -> change(report, Calibrated.CUSUM).isPresent())
                .toList();
        assertThat(found).isNotEmpty();
        // Labels come a day after: the first turned ones on the day after TURNED.
        assertThat(found.get(0).key().start()).isBetween(day(TURNED + 1), day(TURNED + 4));
        assertThat(change(found.get(0), Calibrated.CUSUM).orElseThrow().since())
                .isBetween(day(TURNED), day(TURNED + 2));
        assertThat(change(found.get(0), Calibrated.CUSUM).orElseThrow().after()).isGreaterThan(0.2);
    }

    @Test
    void beforeFourteenDaysHaveBeenLearnedFromAndInShorterWindowsNothingIsSaid() {
        Clockwork clockwork = started(1);
        run(clockwork);
        assertThat(report(clockwork, "1", 10).insights().detectors()).isEmpty();
        assertThat(report(clockwork, "1", 16).insights().detectors()).hasSize(4);
        assertThat(clockwork.reports(Rows.MODEL, "1", WindowSize.SIX_HOURS))
                .allSatisfy(report -> assertThat(report.insights()).isEqualTo(Insights.NONE));
    }

    @Test
    void whatWasFoundIsAPointOfTheSeries() {
        Clockwork clockwork = started(1);
        run(clockwork);
        WindowReport found = clockwork.reports(Rows.MODEL, "*", WindowSize.DAY).stream()
                .filter(report -> change(report, Calibrated.CUSUM).isPresent())
                .findFirst()
                .orElseThrow();
        Point point = ReportPoints.of(found)
                .filter(it -> it.measurement().equals("detector"))
                .filter(it -> "cusum".equals(it.tags().get("detector")))
                .findFirst()
                .orElseThrow();
        double since = change(found, Calibrated.CUSUM).orElseThrow().since().getEpochSecond();
        assertThat(point.fields())
                .containsEntry("detected", 1L)
                .containsEntry("since", since)
                .containsKeys("before", "after");
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 5"})
    void inWhateverOrderLabelsComeOverAnyLanesAndRestartsDetectorsFindTheSame(int lanes, long seed) {
        Clockwork ordered = started(1);
        run(ordered);
        Clockwork shuffled = started(lanes);
        Random random = new Random(seed);
        for (int day = 0; day < DAYS; day++) {
            shuffled.predictions(Rows.batch(day(day, ROWS_A_DAY)));
        }
        List<Integer> days = new ArrayList<>();
        for (int day = 0; day < DAYS - 1; day++) {
            days.add(day);
        }
        Collections.shuffle(days, random);
        for (int day : days) {
            label(shuffled, day);
            switch (random.nextInt(4)) {
                case 0 -> shuffled.report();
                case 1 -> shuffled.commit(0);
                case 2 -> crashed(shuffled, lanes, random);
                default -> {}
            }
        }
        finish(shuffled);
        for (String version : List.of("*", "1", "2")) {
            assertThat(insights(shuffled, version))
                    .isEqualTo(insights(ordered, version))
                    .isNotEmpty();
        }
    }

    @Test
    void aLabelThatIsCorrectedIsTakenOutOfTheHourInWhichItWasFirstKnown() {
        Clockwork corrected = started(1);
        Clockwork straight = started(1);
        run(straight);
        for (int day = 0; day < DAYS; day++) {
            corrected.predictions(Rows.batch(day(day, ROWS_A_DAY)));
            LabelsBuilder wrong = new LabelsBuilder(Rows.MODEL);
            day(day, ROWS_A_DAY)
                    .forEach(row ->
                            wrong.add(row.id(), 1 - row.prediction(), row.time().toEpochMilli()));
            corrected.labels(wrong.build());
            corrected.report();
        }
        for (int day = 0; day < DAYS - 1; day++) {
            label(corrected, day);
        }
        finish(corrected);
        assertThat(found(corrected).get(0)).isEqualTo(found(straight).get(0));
    }

    private static void crashed(Clockwork clockwork, int lanes, Random random) {
        if (random.nextInt(3) == 0) {
            clockwork.crash(lanes);
        }
    }

    private static List<Change> found(Clockwork clockwork) {
        return clockwork.reports(Rows.MODEL, "*", WindowSize.DAY).stream()
                .flatMap(report -> change(report, Calibrated.CUSUM).stream())
                .toList();
    }

    private static List<Insights> insights(Clockwork clockwork, String version) {
        return clockwork.reports(Rows.MODEL, version, WindowSize.DAY).stream()
                .map(WindowReport::insights)
                .toList();
    }

    private static Optional<Change> change(WindowReport report, Calibrated detector) {
        return report.insights().detectors().stream()
                .filter(it -> it.detector() == detector)
                .flatMap(it -> it.change().stream())
                .findFirst();
    }

    private static WindowReport report(Clockwork clockwork, String version, int day) {
        return clockwork
                .report(Rows.MODEL, version, WindowSize.DAY, day(day).toString())
                .orElseThrow();
    }

    private static void run(Clockwork clockwork) {
        for (int day = 0; day < DAYS; day++) {
            clockwork.predictions(Rows.batch(day(day, ROWS_A_DAY)));
            if (day > 0) {
                label(clockwork, day - 1);
            }
            clockwork.report();
        }
        finish(clockwork);
    }

    private static void finish(Clockwork clockwork) {
        clockwork.predictions(Rows.batch(day(DAYS + 2, 10)));
        clockwork.report();
    }

    /** The labels of a day, known a day after. */
    private static void label(Clockwork clockwork, int day) {
        LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
        for (Row row : day(day, ROWS_A_DAY)) {
            int label = turned(row, day < TURNED ? 0.1 : 0.35) ? 1 - row.prediction() : row.prediction();
            labels.add(row.id(), label, row.time().plusSeconds(86_400).toEpochMilli());
        }
        clockwork.labels(labels.build());
    }

    private static boolean turned(Row row, double share) {
        return new SplittableRandom(row.id().hashCode()).nextDouble() < share;
    }

    private static List<Row> day(int day, int rows) {
        return Rows.some(rows, day(day), day(day + 1), 100 + day);
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    private static Clockwork started(int lanes) {
        Clockwork clockwork = new Clockwork(lanes);
        clockwork.settings(Rows.MODEL, SettingsOf.windows(WindowSize.SIX_HOURS, WindowSize.DAY));
        clockwork.baseline(reference());
        return clockwork;
    }

    private static Batch reference() {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        int size = batch.feature("size");
        for (Row row : Rows.some(5_000, MONDAY.minus(Duration.ofDays(20)), MONDAY, 7)) {
            batch.timestamp(row.time().toEpochMilli());
            batch.featureNumber(size, row.size());
            batch.predictionNumber(row.prediction());
            batch.score(row.score());
            batch.labelNumber(turned(row, 0.1) ? 1 - row.prediction() : row.prediction());
            batch.keep();
        }
        return batch.build();
    }
}
