package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.estimate.EstimateReport;
import io.leeway.estimate.Trust;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.LabelsBuilder;
import io.leeway.monitor.Rows.Row;
import io.leeway.series.Point;
import io.leeway.truth.Maturity;
import io.leeway.truth.PerformanceVerdict;
import io.leeway.truth.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a window's performance while its labels come, and before. */
class JudgedLabelsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS_A_DAY = 1_000;

    private final Clockwork clockwork = started();

    @Test
    void aWindowIsJudgedWhenEnoughLabelsAreKnownAndAgainWhenNearlyAllAre() {
        List<Row> rows = day(0);
        predicted(rows);
        predicted(day(1));
        labelled(ofTen(rows, 0, 5), 0);
        assertThat(verdict(0).maturity()).isEqualTo(Maturity.SPARSE);
        assertThat(verdict(0).standing()).isEqualTo(Standing.UNDECIDED);
        labelled(ofTen(rows, 5, 7), 1);
        PerformanceVerdict first = verdict(0);
        assertThat(first.maturity()).isEqualTo(Maturity.PROVISIONAL);
        labelled(ofTen(rows, 7, 9), 1);
        assertThat(verdict(0)).isEqualTo(first);
        labelled(ofTen(rows, 9, 10), 1);
        assertThat(verdict(0).maturity()).isEqualTo(Maturity.FINAL);
        assertThat(verdict(0).standing()).isEqualTo(Standing.DEGRADED);
        assertThat(verdict(0).reason()).contains("accuracy").contains("on the baseline: lower by at least");
    }

    @Test
    void aWindowThatDoesAsWellAsTheBaselineIsStable() {
        List<Row> rows = day(0);
        predicted(rows);
        predicted(day(1));
        labelled(rows, 0);
        assertThat(verdict(0).standing()).isEqualTo(Standing.STABLE);
    }

    @Test
    void anOpenWindowIsNotJudged() {
        List<Row> rows = day(0);
        predicted(rows);
        labelled(rows, 1);
        assertThat(verdict(0).maturity()).isEqualTo(Maturity.OPEN);
    }

    @Test
    void labelsAreFinalOnceTheirHorizonIsOverThoughNoneCame() {
        List<Row> rows = day(0);
        predicted(rows);
        predicted(day(1));
        labelled(ofTen(rows, 0, 7), 0);
        assertThat(verdict(0).maturity()).isEqualTo(Maturity.PROVISIONAL);
        predicted(day(12));
        assertThat(verdict(0).maturity()).isEqualTo(Maturity.FINAL);
        assertThat(clockwork
                        .report(Rows.MODEL, "1", WindowSize.DAY, MONDAY.toString())
                        .orElseThrow()
                        .verdict()
                        .maturity())
                .isEqualTo(Maturity.FINAL);
    }

    @Test
    void anEstimateComesBeforeLabelsAndIsTrustedOnceTheyBoreItOut() {
        for (int day = 0; day < 5; day++) {
            predicted(day(day));
        }
        assertThat(estimate(4).trust()).isEqualTo(Trust.UNCHECKED);
        for (int day = 0; day < 3; day++) {
            labelled(day(day), 0);
        }
        predicted(day(5));
        assertThat(estimate(5).trust()).isEqualTo(Trust.TRUSTED);
        assertThat(estimate(5).figures().get("coverage")).hasValue(1);
        assertThat(estimate(5).figures().get("accuracy").orElseThrow())
                .isBetween(
                        estimate(5).figures().get("accuracy_low").orElseThrow(),
                        estimate(5).figures().get("accuracy_high").orElseThrow());
    }

    @Test
    void anEstimateThatLabelsContradictLosesItsTrust() {
        for (int day = 0; day < 4; day++) {
            predicted(day(day));
        }
        for (int day = 0; day < 3; day++) {
            labelled(day(day), 1);
        }
        predicted(day(5));
        assertThat(estimate(5).trust()).isEqualTo(Trust.UNTRUSTED);
        assertThat(estimate(5).reason()).contains("3 of the newest 3 windows");
    }

    @Test
    void howSoonLabelsComeIsToldOfEveryBaseWindow() {
        List<Row> rows = day(0);
        predicted(rows);
        labelled(rows.subList(0, 20), 0);
        List<Point> told = clockwork.owedPoints().stream()
                .filter(point -> point.measurement().equals("labels")
                        && point.time().equals(MONDAY)
                        && point.tags().containsValue("*"))
                .toList();
        // 42 rows in the first hour; labels come a day after, not within it.
        assertThat(told).hasSize(1);
        assertThat(told.get(0).fields()).containsEntry("coverage_1d", 0.0).containsEntry("coverage_7d", 20 / 42.0);
    }

    @Test
    void whatIsKnownOfTheEstimatesOfAVersionGoesWithItsLastWindow() {
        clockwork.settings(
                Rows.MODEL, SettingsOf.kept(ModelSettings.withDefaults(), Duration.ofDays(10), Duration.ofDays(20)));
        predicted(day(0));
        labelled(day(0), 0);
        predicted(day(1));
        assertThat(clockwork.size(Tables.BACK_CHECKS)).isEqualTo(6);
        clockwork.deliver();
        predicted(day(30).stream().filter(row -> row.version().equals("1")).toList());
        clockwork.deliver();
        predicted(day(40).stream().filter(row -> row.version().equals("1")).toList());
        assertThat(clockwork.size(Tables.BACK_CHECKS)).isEqualTo(4);
    }

    private PerformanceVerdict verdict(int day) {
        return window(day).verdict();
    }

    private EstimateReport estimate(int day) {
        return window(day).estimate().orElseThrow();
    }

    private WindowReport window(int day) {
        clockwork.report();
        return clockwork
                .report(
                        Rows.MODEL,
                        "*",
                        WindowSize.DAY,
                        MONDAY.plus(Duration.ofDays(day)).toString())
                .orElseThrow();
    }

    private void predicted(List<Row> rows) {
        clockwork.predictions(Rows.batch(rows));
        clockwork.report();
    }

    /** With labels as the score says, but for a share that turned out the other way. */
    private void labelled(List<Row> rows, double turned) {
        LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
        for (Row row : rows) {
            boolean positive = truth(row) ^ chance(row, 1) < turned;
            labels.add(
                    row.id(), positive ? 1 : 0, row.time().plusSeconds(86_400).toEpochMilli());
        }
        clockwork.labels(labels.build());
        clockwork.report();
    }

    private static boolean truth(Row row) {
        return chance(row, 2) < row.score();
    }

    private static double chance(Row row, long which) {
        return new SplittableRandom(which * Integer.MAX_VALUE + row.id().hashCode()).nextDouble();
    }

    /** Of every ten rows those from one to another. */
    private static List<Row> ofTen(List<Row> rows, int from, int to) {
        return IntStream.range(0, rows.size())
                .filter(i -> i % 10 >= from && i % 10 < to)
                .mapToObj(rows::get)
                .toList();
    }

    private static List<Row> day(int day) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        return Rows.some(ROWS_A_DAY, start, start.plus(Duration.ofDays(1)), 100 + day);
    }

    private static Clockwork started() {
        Clockwork clockwork = new Clockwork(2);
        clockwork.settings(Rows.MODEL, SettingsOf.labelHorizon(Duration.ofDays(10)));
        clockwork.baseline(reference());
        return clockwork;
    }

    private static Batch reference() {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        int size = batch.feature("size");
        for (Row row : Rows.some(8_000, MONDAY.minus(Duration.ofDays(20)), MONDAY, 7)) {
            batch.timestamp(row.time().toEpochMilli());
            batch.featureNumber(size, row.size());
            batch.predictionNumber(row.prediction());
            batch.score(row.score());
            batch.labelNumber(truth(row) ? 1 : 0);
            batch.keep();
        }
        return batch.build();
    }
}
