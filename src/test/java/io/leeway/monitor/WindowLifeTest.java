package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.event.BatchBuilder;
import io.leeway.monitor.Rows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowLifeTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void aWindowIsOpenUntilTheWatermarkPassesItsEnd() {
        post("a", "2024-03-04T10:15:00Z");
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isFalse();
        post("b", "2024-03-04T11:59:59Z");
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isFalse();
        post("c", "2024-03-04T12:00:00Z");
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isTrue();
        assertThat(hour("2024-03-04T11:00:00Z").closed()).isFalse();
    }

    @Test
    void aLateRowRevisesItsClosedWindowAndTheSumsItBelongsTo() {
        post("a", "2024-03-04T10:15:00Z");
        post("b", "2024-03-06T10:15:00Z");
        WindowReport before = hour("2024-03-04T10:00:00Z");
        post("c", "2024-03-04T10:30:00Z");
        WindowReport after = hour("2024-03-04T10:00:00Z");
        assertThat(after.n()).isEqualTo(before.n() + 1);
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.closed()).isTrue();
        assertThat(day("2024-03-04T00:00:00Z").n()).isEqualTo(2);
    }

    @Test
    void nothingNewIsNoNewRevision() {
        post("a", "2024-03-04T10:15:00Z");
        long revision = hour("2024-03-04T10:00:00Z").revision();
        post("a", "2024-03-04T10:15:00Z");
        assertThat(hour("2024-03-04T10:00:00Z").revision()).isEqualTo(revision);
    }

    @Test
    void aClosedWindowWithoutRowsIsStillAWindow() {
        post("a", "2024-03-04T10:15:00Z");
        post("b", "2024-03-04T14:15:00Z");
        WindowReport empty = hour("2024-03-04T11:00:00Z");
        assertThat(empty.n()).isZero();
        assertThat(empty.closed()).isTrue();
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.HOUR))
                .extracting(WindowReport::n)
                .containsExactly(1L, 0L, 0L, 1L);
    }

    @Test
    void afterThirtyDaysWithoutRowsAModelSleepsUntilItsNext() {
        post("a", "2024-03-04T10:15:00Z");
        post("b", "2029-03-04T10:15:00Z");
        List<WindowReport> days = clockwork.reports(Rows.MODEL, "*", WindowSize.DAY);
        assertThat(days).hasSize(32);
        assertThat(days.get(30).key().start()).isEqualTo(Instant.parse("2024-04-03T00:00:00Z"));
    }

    @Test
    void withNothingArrivingTimeGoesOnAtTheClocksPaceFromWhereItStands() {
        clockwork.now(Instant.parse("2030-01-01T00:00:00Z"));
        post("a", "2024-03-04T10:15:00Z");
        clockwork.now(Instant.parse("2030-01-01T01:00:00Z"));
        tick();
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isFalse();
        clockwork.now(Instant.parse("2030-01-01T01:51:00Z"));
        tick();
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isTrue();
        assertThat(clockwork.status(Rows.MODEL).watermark()).contains(Instant.parse("2024-03-04T11:01:00Z"));
    }

    @Test
    void aDeviceWhoseClockRunsAheadClosesNothing() {
        clockwork.now(Instant.parse("2024-03-04T10:20:00Z"));
        post("a", "2024-03-04T10:15:00Z");
        post("b", "2024-03-05T09:15:00Z");
        assertThat(hour("2024-03-04T10:00:00Z").closed()).isFalse();
        assertThat(clockwork.status(Rows.MODEL).watermark()).contains(Instant.parse("2024-03-04T09:20:00Z"));
    }

    @Test
    void aVersionHasItsOwnWindowsAndTheStarIsTheirSum() {
        clockwork.predictions(Rows.batch(Rows.some(200, MONDAY, MONDAY.plusSeconds(3600), 5)));
        clockwork.report();
        long first = clockwork
                .report(Rows.MODEL, "1", WindowSize.HOUR, MONDAY.toString())
                .orElseThrow()
                .n();
        long second = clockwork
                .report(Rows.MODEL, "2", WindowSize.HOUR, MONDAY.toString())
                .orElseThrow()
                .n();
        assertThat(first + second).isEqualTo(200);
        assertThat(hour(MONDAY.toString()).n()).isEqualTo(200);
    }

    @Test
    void theFirstThousandRowsBecomeTheBaselineOfAModelWithoutOne() {
        clockwork.predictions(Rows.batch(Rows.some(999, MONDAY, MONDAY.plusSeconds(86_400), 6)));
        clockwork.report();
        assertThat(day(MONDAY.toString()).baseline()).isEmpty();
        clockwork.predictions(Rows.batch(Rows.some(10, MONDAY.plusSeconds(86_400), MONDAY.plusSeconds(90_000), 7)));
        clockwork.predictions(Rows.batch(Rows.some(100, MONDAY.plusSeconds(90_000), MONDAY.plusSeconds(100_000), 8)));
        clockwork.report();
        WindowReport day = day("2024-03-05T00:00:00Z");
        assertThat(day.baseline()).hasValueSatisfying(baseline -> {
            assertThat(baseline.n()).isEqualTo(1_000);
            assertThat(baseline.learned()).isTrue();
        });
        assertThat(day.otherBaseline()).isEqualTo(10);
    }

    @Test
    void newSettingsReadTheBaselineAgain() {
        clockwork.baseline(Rows.batch(Rows.some(500, MONDAY, MONDAY.plusSeconds(86_400), 9)));
        clockwork.settings(Rows.MODEL, ModelSettings.withDefaults());
        clockwork.predictions(Rows.batch(Rows.some(50, MONDAY, MONDAY.plusSeconds(3600), 10)));
        clockwork.report();
        assertThat(hour(MONDAY.toString()).baseline())
                .hasValueSatisfying(baseline -> assertThat(baseline.n()).isEqualTo(500));
        assertThat(hour(MONDAY.toString()).otherBaseline()).isZero();
    }

    @Test
    void aWindowChangedBeforeEveryLaneHasMetTheModelIsReportedOnceAllHave() {
        clockwork.predictions(Rows.batch(Rows.some(200, MONDAY, MONDAY.plusSeconds(3600), 5)));
        clockwork.commit(0);
        clockwork.pass();
        post("late", "2024-03-04T03:00:00Z");
        assertThat(hour(MONDAY.toString()).n()).isEqualTo(200);
        for (String version : List.of("1", "2")) {
            assertThat(clockwork.report(Rows.MODEL, version, WindowSize.HOUR, MONDAY.toString()))
                    .isPresent();
        }
    }

    @Test
    void aLateRowReportsTheEmptyWindowsBehindItAsAPunctualOneDoes() {
        List<String> times = List.of("2024-03-01T10:15:00Z", "2024-03-20T10:15:00Z", "2024-06-01T10:15:00Z");
        Clockwork late = new Clockwork(2);
        for (int i : new int[] {2, 1, 0}) {
            post(late, "id-" + i, times.get(i));
        }
        for (int i : new int[] {0, 1, 2}) {
            post("id-" + i, times.get(i));
        }
        for (WindowSize size : List.of(WindowSize.HOUR, WindowSize.DAY)) {
            assertThat(late.reports(Rows.MODEL, "*", size))
                    .extracting(WindowLifeTest::life)
                    .isEqualTo(clockwork.reports(Rows.MODEL, "*", size).stream()
                            .map(WindowLifeTest::life)
                            .toList());
        }
    }

    @Test
    void aRowOfDecadesAgoCostsNoMoreThanTheWindowsReported() {
        post("a", "1971-03-04T10:15:00Z");
        post("b", "2024-03-04T10:15:00Z");
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.HOUR)).hasSize(721 + 1);
    }

    @Test
    void windowsOlderThanKeptAreDroppedOnceTheirPointsHaveLeft() {
        clockwork.settings(Rows.MODEL, SettingsOf.keepWindows(Duration.ofDays(10)));
        post("a", "2024-03-04T10:15:00Z");
        post("b", "2024-03-24T10:15:00Z");
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.DAY)).hasSize(21);
        clockwork.deliver();
        post("c", "2024-03-24T10:16:00Z");
        List<WindowReport> days = clockwork.reports(Rows.MODEL, "*", WindowSize.DAY);
        assertThat(days).hasSize(11);
        assertThat(days.get(0).key().start()).isEqualTo(Instant.parse("2024-03-14T00:00:00Z"));
        assertThat(clockwork.size(Tables.PARTIALS)).isEqualTo(1);
        assertThat(clockwork.size(Tables.SUMMARIES)).isEqualTo(clockwork.size(Tables.REPORTS));
    }

    @Test
    void aLabelOfADroppedWindowBringsNothingBack() {
        clockwork.settings(Rows.MODEL, SettingsOf.keepWindows(Duration.ofDays(10)));
        List<Row> old = Rows.some(3, MONDAY, MONDAY.plusSeconds(3600), 5);
        clockwork.predictions(Rows.batch(old));
        post("b", "2024-03-24T10:15:00Z");
        clockwork.deliver();
        post("c", "2024-03-24T10:16:00Z");
        clockwork.labels(Rows.labels(old));
        clockwork.report();
        assertThat(clockwork.report(Rows.MODEL, "*", WindowSize.HOUR, MONDAY.toString()))
                .isEmpty();
        clockwork.deliver();
        post("d", "2024-03-25T10:16:00Z");
        assertThat(clockwork.size(Tables.PARTIALS)).isEqualTo(2);
    }

    @Test
    void aNewBaselineTakesNothingFromTheWindowsBeforeIt() {
        clockwork.baseline(Rows.batch(Rows.some(500, MONDAY, MONDAY.plusSeconds(86_400), 9)));
        List<Row> rows = Rows.some(50, MONDAY, MONDAY.plusSeconds(3600), 10);
        clockwork.predictions(Rows.batch(rows));
        clockwork.report();
        WindowReport before = hour(MONDAY.toString());
        clockwork.baseline(Rows.batch(Rows.some(400, MONDAY, MONDAY.plusSeconds(86_400), 11)));
        clockwork.labels(Rows.labels(rows));
        clockwork.report();
        WindowReport after = hour(MONDAY.toString());
        assertThat(after.labelled()).isEqualTo(50);
        assertThat(after.baseline()).isEqualTo(before.baseline());
        assertThat(after.features()).isEqualTo(before.features());
        assertThat(after.otherBaseline()).isZero();
    }

    @Test
    void whatTheLaneThatHasComeFurthestKnowsOfTheModelIsReported() {
        clockwork.settings(Rows.MODEL, ModelSettings.withDefaults());
        clockwork.report();
        clockwork.predictions(Rows.batch(Rows.some(200, MONDAY, MONDAY.plusSeconds(3600), 5)));
        clockwork.commit(1);
        clockwork.pass();
        assertThat(hour(MONDAY.toString()).features()).hasSize(4);
    }

    private static String life(WindowReport report) {
        return report.key().start() + " " + report.closed() + " " + report.n();
    }

    private void post(String id, String time) {
        post(clockwork, id, time);
    }

    private static void post(Clockwork clockwork, String id, String time) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        batch.id(id);
        batch.timestamp(Instant.parse(time).toEpochMilli());
        batch.featureNumber(batch.feature("size"), 1.5);
        batch.predictionNumber(1);
        batch.score(0.75);
        batch.keep();
        clockwork.predictions(batch.build());
        clockwork.report();
    }

    private void tick() {
        clockwork.tick();
        clockwork.report();
    }

    private WindowReport hour(String start) {
        return clockwork.report(Rows.MODEL, "*", WindowSize.HOUR, start).orElseThrow();
    }

    private WindowReport day(String start) {
        return clockwork.report(Rows.MODEL, "*", WindowSize.DAY, start).orElseThrow();
    }
}
