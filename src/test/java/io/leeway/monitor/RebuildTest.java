package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.series.Point;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series that were lost are told everything once more. */
class RebuildTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");

    private final Clockwork clockwork = new Clockwork(2);

    @BeforeEach
    void someDays() {
        clockwork.settings(Rows.MODEL, ModelSettings.withDefaults());
        clockwork.baseline(Rows.batch(Rows.some(500, MONDAY.minusSeconds(86_400), MONDAY, 1)));
        clockwork.predictions(Rows.batch(Rows.some(300, MONDAY, MONDAY.plusSeconds(86_400 * 3), 2)));
        clockwork.labels(Rows.labels(Rows.some(300, MONDAY, MONDAY.plusSeconds(86_400 * 3), 2)));
        clockwork.report();
    }

    @Test
    void everyPointThatWasEverOwedIsOwedAgain() {
        List<Point> told = clockwork.allOwed();
        assertThat(told).extracting(Point::measurement).contains("window", "drift", "ingest", "deployment");
        clockwork.deliver();
        assertThat(clockwork.allOwed()).isEmpty();
        Rebuild rebuild = clockwork.rebuild();
        assertThat(clockwork.allOwed()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(rebuild.windows()).isEqualTo(clockwork.size(Tables.TO_STORE));
        assertThat(rebuild.marks()).isEqualTo(2);
    }

    @Test
    void rebuiltTwiceNothingIsOwedTwice() {
        List<Point> told = clockwork.allOwed();
        assertThat(clockwork.rebuild().windows()).isEqualTo(clockwork.rebuild().windows());
        assertThat(clockwork.allOwed()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aReportThatIsNotWhatIsCountedIsMadeAnew() {
        List<WindowReport> days = clockwork.reports(Rows.MODEL, "*", WindowSize.DAY);
        clockwork.lose(Tables.REPORTS);
        clockwork.lose(Tables.SUMMARIES);
        Rebuild unused = clockwork.rebuild();
        assertThat(clockwork.reports(Rows.MODEL, "*", WindowSize.DAY))
                .extracting(report -> report.revised(0))
                .isEqualTo(days.stream().map(report -> report.revised(0)).toList());
    }
}
