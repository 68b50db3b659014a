package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Rows.Row;
import io.leeway.series.Vocabulary;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model that is erased leaves in the tables of everything monitored. */
class ErasedModelTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<Row> ROWS = Rows.some(40, MONDAY, MONDAY.plusSeconds(3600), 1);
    /** A row a lane. */
    private static final List<Table> OF_LANES = List.of(Tables.LANES);

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void everyTableIsEmptyButForWhoStillHasToActOnIt() {
        fill();
        clockwork.erase(Rows.MODEL);
        clockwork.report();
        clockwork.judged(Rows.MODEL);
        assertThat(Tables.all())
                .filteredOn(table -> !OF_LANES.contains(table))
                .filteredOn(table -> clockwork.size(table) > 0)
                .containsExactly(Tables.ERASURES);
        assertThat(clockwork.remembered()).isZero();
    }

    /** Neither is there in the windows of the other tests. */
    @Test
    void soAreThoseOfBackChecksAndOfFactsThatTheRulesHaveNotSeen() {
        fill();
        clockwork.erase(Rows.MODEL);
        clockwork.commit();
        Changes changes = new Changes();
        changes.put(Tables.BACK_CHECKS, Keys.of(Rows.MODEL, "1").bytes(), new byte[0]);
        Vocabulary.measurements()
                .forEach(kind -> changes.put(
                        Tables.FACTS_TO_JUDGE,
                        Keys.of(kind.name(), WindowSize.DAY.text(), Rows.MODEL).bytes(),
                        new byte[0]));
        clockwork.store().commit(changes);
        clockwork.pass();
        assertThat(clockwork.size(Tables.BACK_CHECKS)).isZero();
        assertThat(clockwork.size(Tables.FACTS_TO_JUDGE)).isZero();
    }

    @Test
    void itsRowsGoNotBeforeEveryLaneHasForgottenIt() {
        fill();
        clockwork.erase(Rows.MODEL);
        clockwork.commit(0);
        clockwork.pass();
        assertThat(clockwork.size(Tables.REPORTS)).isPositive();
        clockwork.commit(1);
        clockwork.pass();
        assertThat(clockwork.size(Tables.REPORTS)).isZero();
    }

    @Test
    void aNewModelOfItsNameCountsTheSameIdsFromNothing() {
        fill();
        int before = clockwork.remembered();
        clockwork.erase(Rows.MODEL);
        clockwork.report();
        fill();
        assertThat(clockwork.status(Rows.MODEL).predictions().counted()).isEqualTo(40);
        assertThat(clockwork.remembered()).isEqualTo(before);
    }

    @Test
    void whatIsLeftOfItsIdsGoesAfterARestart() {
        fill();
        clockwork.erase(Rows.MODEL);
        clockwork.commit(0);
        clockwork.commit(1);
        clockwork.crash(2);
        clockwork.report();
        assertThat(clockwork.remembered()).isZero();
    }

    private void fill() {
        clockwork.now(MONDAY.plus(Duration.ofHours(2)));
        clockwork.baseline(Rows.batch(ROWS));
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.labels(Rows.labels(ROWS));
        clockwork.report();
    }
}
