package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.event.BatchBuilder;
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
        post("b", "2034-03-04T10:15:00Z");
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

    private void post(String id, String time) {
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
