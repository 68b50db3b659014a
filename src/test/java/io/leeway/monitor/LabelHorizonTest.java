package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Rows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long an id is remembered: ten days from its row's arrival here, whatever its event time. */
class LabelHorizonTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2030-01-01T12:00:00Z");
    private static final List<Row> ROWS = Rows.some(40, MONDAY, MONDAY.plusSeconds(3600), 1);
    private static final List<Row> OTHERS = Rows.some(1, MONDAY, MONDAY.plusSeconds(3600), 2);

    private final Clockwork clockwork = started();

    @ParameterizedTest
    @CsvSource({"0, 40", "9, 40", "12, 0"})
    void aPredictionIsLabelledForTheHorizon(int days, int labelled) {
        clockwork.predictions(Rows.batch(ROWS));
        later(days);
        clockwork.labels(Rows.labels(ROWS));
        assertThat(window().labelled()).isEqualTo(labelled);
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "9, 40", "12, 80"})
    void aPredictionIsKnownAsADuplicateForTheHorizon(int days, int counted) {
        clockwork.predictions(Rows.batch(ROWS));
        later(days);
        clockwork.predictions(Rows.batch(ROWS));
        assertThat(window().n()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"9, 40", "12, 0"})
    void aLabelWaitsForItsPredictionForTheHorizon(int days, int labelled) {
        clockwork.labels(Rows.labels(ROWS));
        later(days);
        clockwork.predictions(Rows.batch(ROWS));
        assertThat(window().labelled()).isEqualTo(labelled);
    }

    @Test
    void theHorizonOfAPredictionBeginsWithItsOwnArrivalAlsoWhereItsLabelCameFirst() {
        clockwork.labels(Rows.labels(ROWS));
        later(8);
        clockwork.predictions(Rows.batch(ROWS));
        later(16);
        clockwork.predictions(Rows.batch(ROWS));
        assertThat(window().n()).isEqualTo(40);
    }

    /** With commits and crashes at other places the same ids are forgotten. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whatIsForgottenDoesNotDependOnWhenLanesCommit(int commits) {
        clockwork.predictions(Rows.batch(ROWS));
        maybeCommit(commits, 1);
        later(9);
        clockwork.labels(Rows.labels(ROWS.subList(0, 20)));
        maybeCommit(commits, 2);
        later(12);
        clockwork.predictions(Rows.batch(OTHERS));
        maybeCommit(commits, 4);
        clockwork.crash(2);
        clockwork.predictions(Rows.batch(ROWS));
        assertThat(window().n()).isEqualTo(81);
        assertThat(window().labelled()).isEqualTo(20);
    }

    @Test
    void aClockThatWasAheadAndIsPutRightLetsNoRowCountTwice() {
        later(400);
        clockwork.predictions(Rows.batch(OTHERS));
        later(0);
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.report();
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.report();
        assertThat(clockwork.status(Rows.MODEL).predictions().duplicates()).isEqualTo(ROWS.size());
    }

    @Test
    void whatHasExpiredLeavesTheStore() {
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.report();
        assertThat(clockwork.remembered()).isEqualTo(40);
        later(12);
        clockwork.predictions(Rows.batch(OTHERS));
        clockwork.report();
        assertThat(clockwork.remembered()).isEqualTo(1);
    }

    @Test
    void manyThatExpireAtOnceLeaveToo() {
        clockwork.predictions(Rows.batch(Rows.some(9_000, MONDAY, MONDAY.plusSeconds(3600), 3)));
        clockwork.report();
        later(12);
        for (int i = 0; i < 4; i++) {
            clockwork.predictions(Rows.batch(OTHERS));
            clockwork.report();
        }
        assertThat(clockwork.remembered()).isEqualTo(1);
    }

    private void maybeCommit(int commits, int bit) {
        if ((commits & bit) != 0) {
            clockwork.report();
        }
    }

    private void later(int days) {
        clockwork.now(ARRIVAL.plus(Duration.ofDays(days)));
    }

    private WindowReport window() {
        clockwork.report();
        return clockwork
                .report(Rows.MODEL, "*", WindowSize.HOUR, MONDAY.toString())
                .orElseThrow();
    }

    private static Clockwork started() {
        Clockwork clockwork = new Clockwork(2);
        clockwork.now(ARRIVAL);
        clockwork.settings(Rows.MODEL, SettingsOf.labelHorizon(Duration.ofDays(10)));
        return clockwork;
    }
}
