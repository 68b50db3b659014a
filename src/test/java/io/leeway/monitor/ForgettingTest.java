package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Rows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves the tables of everything monitored, on a clock that the test moves. */
class ForgettingTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<Row> ROWS = Rows.some(40, MONDAY, MONDAY.plusSeconds(3600), 1);

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void aModelToWhichNothingComesAnyMoreForgetsItsIdsAllTheSame() {
        clockwork.settings(Rows.MODEL, SettingsOf.labelHorizon(Duration.ofDays(100)));
        clockwork.now(MONDAY);
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.report();
        assertThat(clockwork.remembered()).isEqualTo(40);
        for (int day = 1; day < 103; day++) {
            clockwork.now(MONDAY.plus(Duration.ofDays(day)));
            clockwork.tick();
            clockwork.report();
        }
        assertThat(clockwork.remembered()).isZero();
    }

    @Test
    void aBaselineGoesWithTheLastWindowThatWasHeldAgainstIt() {
        clockwork.settings(Rows.MODEL, SettingsOf.keepWindows(Duration.ofDays(10)));
        clockwork.now(MONDAY);
        clockwork.baseline(Rows.batch(ROWS));
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.baseline(Rows.batch(ROWS.subList(0, 20)));
        rowsOn(5);
        assertThat(clockwork.size(Tables.BASELINES)).isEqualTo(2);
        rowsOn(20);
        rowsOn(22);
        assertThat(clockwork.size(Tables.BASELINES)).isEqualTo(1);
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.DAY)).isNotEmpty();
    }

    @Test
    void aBaselineThatNoRowEverMetGoesWhenItIsReplaced() {
        clockwork.baseline(Rows.batch(ROWS));
        clockwork.report();
        clockwork.baseline(Rows.batch(ROWS.subList(0, 20)));
        clockwork.report();
        assertThat(clockwork.size(Tables.BASELINES)).isEqualTo(1);
    }

    @Test
    void ofAForgottenIdOnlyStaysThatItWasThereAndThatUntilTheHorizon() {
        clockwork.settings(Rows.MODEL, SettingsOf.labelHorizon(Duration.ofDays(10)));
        clockwork.now(MONDAY);
        clockwork.predictions(Rows.batch(ROWS.subList(0, 1)));
        clockwork.labels(Rows.labels(ROWS.subList(1, 2)));
        for (Row row : List.of(ROWS.get(0), ROWS.get(1), ROWS.get(2))) {
            clockwork.forget(Rows.MODEL, row.id());
        }
        clockwork.predictions(Rows.batch(ROWS.subList(0, 3)));
        clockwork.report();
        assertThat(clockwork.status(Rows.MODEL).predictions().counted()).isEqualTo(1);
        assertThat(clockwork.remembered()).isEqualTo(3);
        for (int day = 1; day < 14; day++) {
            clockwork.now(MONDAY.plus(Duration.ofDays(day)));
            clockwork.tick();
            clockwork.report();
        }
        assertThat(clockwork.remembered()).isZero();
    }

    private void rowsOn(int day) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        clockwork.now(start);
        clockwork.predictions(Rows.batch(Rows.some(10, start, start.plusSeconds(3600), day)));
        clockwork.report();
        clockwork.deliver();
        clockwork.report();
    }
}
