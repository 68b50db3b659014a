package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.monitor.Rows.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that starts with another number of lanes. */
class LaneDealTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<Row> ROWS = Rows.some(80, MONDAY, MONDAY.plusSeconds(3600), 1);

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "2, 3", "7, 2"})
    void whatWasCommittedLastIsKnownToWhoeverHasItsBucketNow(int before, int after) {
        Clockwork clockwork = new Clockwork(before);
        clockwork.now(MONDAY);
        clockwork.predictions(Rows.batch(ROWS.subList(0, 40)));
        clockwork.report();
        clockwork.predictions(Rows.batch(ROWS.subList(40, 80)));
        clockwork.report();
        clockwork.crash(after);
        clockwork.predictions(Rows.batch(ROWS));
        clockwork.report();
        assertThat(clockwork.status(Rows.MODEL).predictions().counted()).isEqualTo(80);
        assertThat(clockwork.status(Rows.MODEL).predictions().duplicates()).isEqualTo(80);
    }
}
