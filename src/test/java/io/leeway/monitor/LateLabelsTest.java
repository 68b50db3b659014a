package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import io.leeway.monitor.Rows.Row;
import io.leeway.series.Point;
import io.leeway.statistics.Figures;
import io.leeway.truth.Maturity;
import io.leeway.truth.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Positives become known within ten days on average, negatives within one; nothing changes but what is known. */
class LateLabelsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(20);
    private static final int ROWS_A_DAY = 400;
    private static final int DAYS = 40;
    private static final Clockwork CLOCKWORK = new Clockwork(2);

    @BeforeAll
    static void fortyDaysPass() {
        CLOCKWORK.settings(Rows.MODEL, SettingsOf.daily(HORIZON));
        CLOCKWORK.baseline(reference());
        for (int day = 0; day < DAYS; day++) {
            CLOCKWORK.predictions(Rows.batch(rows(day)));
            CLOCKWORK.labels(knownIn(day));
            CLOCKWORK.report();
        }
    }

    @Test
    void whatIsCorrectedHoldsTheTruthWhereTheNaiveFigureIsFarOff() {
        int covered = 0;
        int naively = 0;
        // Of 2 to 12 days of age: in all of them some labels are known and some are not.
        for (int day = DAYS - 12; day < DAYS - 2; day++) {
            double truth = precision(rows(day));
            covered += holds(report(day).insights().corrected(), truth) ? 1 : 0;
            naively += holds(report(day).performance(), truth) ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(8);
        assertThat(naively).isLessThanOrEqualTo(3);
    }

    @Test
    void theProvisionalVerdictIsThatOfTheCorrectedFiguresAndSaysSo() {
        List<WindowReport> provisional = new ArrayList<>();
        for (int day = DAYS - 12; day < DAYS - 1; day++) {
            if (report(day).verdict().maturity() == Maturity.PROVISIONAL) {
                provisional.add(report(day));
            }
        }
        assertThat(provisional).hasSizeGreaterThan(4).allSatisfy(report -> {
            assertThat(report.verdict().standing()).isEqualTo(Standing.STABLE);
            assertThat(report.verdict().reason()).contains("corrected for labels still to come");
        });
    }

    @Test
    void whatIsCorrectedIsAPointOfTheSeries() {
        Point point = ReportPoints.of(report(DAYS - 6))
                .filter(it -> it.measurement().equals("corrected"))
                .findFirst()
                .orElseThrow();
        assertThat(point.fields()).containsKeys("precision", "precision_low", "negatives_known");
        assertThat(report(DAYS - 6)
                        .insights()
                        .corrected()
                        .get("positives_known")
                        .orElseThrow())
                .isBetween(0.2, 0.7);
    }

    @Test
    void whatIsPastTheHorizonOrOlderThanAnyHistoryIsNotCorrected() {
        assertThat(report(10).insights().corrected().size()).isZero();
        CLOCKWORK.report();
        assertThat(report(DAYS - 1).insights().corrected().size()).isZero();
    }

    @Test
    void labelsOfTheWeeksLearntFromCountAtOnceAndNotOnlyAfterARestart() {
        Figures running = correctedAfterLateLabels(clockwork -> {});
        Figures restarted = correctedAfterLateLabels(clockwork -> clockwork.crash(2));
        assertThat(running.get("positives_known")).isPresent();
        assertThat(running.asMap()).isEqualTo(restarted.asMap());
    }

    /** The labels of a day three weeks ago come last of all, and with them one of a day that is not final. */
    private static Figures correctedAfterLateLabels(Consumer<Clockwork> meanwhile) {
        int late = 12;
        int days = 36;
        Clockwork clockwork = new Clockwork(2);
        clockwork.settings(Rows.MODEL, SettingsOf.daily(HORIZON));
        clockwork.baseline(reference());
        LabelsBuilder known = new LabelsBuilder(Rows.MODEL);
        for (int day = 0; day < days; day++) {
            clockwork.predictions(Rows.batch(rows(day)));
            boolean comes = day != late;
            rows(day).stream()
                    .filter(row -> comes && known(row).isBefore(day(days)))
                    .forEach(row ->
                            known.add(row.id(), truth(row) ? 1 : 0, known(row).toEpochMilli()));
        }
        clockwork.labels(known.build());
        clockwork.report();
        LabelsBuilder comeLate = new LabelsBuilder(Rows.MODEL);
        rows(late)
                .forEach(row ->
                        comeLate.add(row.id(), truth(row) ? 1 : 0, day(days - 1).toEpochMilli()));
        clockwork.labels(comeLate.build());
        clockwork.report();
        meanwhile.accept(clockwork);
        Row unknown = rows(days - 6).stream()
                .filter(row -> !known(row).isBefore(day(days)))
                .findFirst()
                .orElseThrow();
        LabelsBuilder one = new LabelsBuilder(Rows.MODEL);
        one.add(unknown.id(), 1, day(days - 1).toEpochMilli());
        clockwork.labels(one.build());
        clockwork.report();
        return clockwork
                .report(Rows.MODEL, "*", WindowSize.DAY, day(days - 6).toString())
                .orElseThrow()
                .insights()
                .corrected();
    }

    private static boolean holds(Figures figures, double truth) {
        return figures.get("precision_low").orElse(1) <= truth
                && figures.get("precision_high").orElse(0) >= truth;
    }

    private static double precision(List<Row> rows) {
        long called = rows.stream().filter(row -> row.prediction() == 1).count();
        return rows.stream().filter(row -> row.prediction() == 1 && truth(row)).count() / (double) called;
    }

    private static WindowReport report(int day) {
        return CLOCKWORK
                .report(Rows.MODEL, "*", WindowSize.DAY, day(day).toString())
                .orElseThrow();
    }

    /** All labels that become known in a day, of whatever day's rows. */
    private static Labels knownIn(int day) {
        LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
        for (int of = 0; of <= day; of++) {
            for (Row row : rows(of)) {
                Instant known = known(row);
                if (!known.isBefore(day(day)) && known.isBefore(day(day + 1))) {
                    labels.add(row.id(), truth(row) ? 1 : 0, known.toEpochMilli());
                }
            }
        }
        return labels.build();
    }

    private static Instant known(Row row) {
        double days = -Math.log(1 - chance(row, 1)) * (truth(row) ? 10 : 1);
        return row.time().plusSeconds((long) (86_400 * days));
    }

    private static boolean truth(Row row) {
        return chance(row, 2) < row.score();
    }

    private static double chance(Row row, long which) {
        return new SplittableRandom(which * Integer.MAX_VALUE + row.id().hashCode()).nextDouble();
    }

    private static List<Row> rows(int day) {
        return Rows.some(ROWS_A_DAY, day(day), day(day + 1), 100 + day);
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
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
