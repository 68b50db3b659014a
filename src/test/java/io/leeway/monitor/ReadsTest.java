package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ReferenceTexts;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.monitor.Flights.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pass of the reporter reads of what it has read before. */
class ReadsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int DAYS = 40;

    private final Clockwork clockwork = new Clockwork(1);

    /** Each of the late days has 28 days that are compared with it, and each of those is compared with 28. */
    @Test
    void aDayThatManyAreComparedWithIsReadOnce() {
        Traffic traffic = new Traffic("1", Map.of(), Map.of("ATL", 40));
        clockwork.settings(
                Flights.MODEL,
                SettingsOf.watching(
                        new Watching(
                                List.of(ReferenceTexts.parse("trailing 28").orElseThrow()),
                                Optional.empty(),
                                List.of(),
                                false),
                        WindowSize.DAY));
        clockwork.baseline(traffic.day(MONDAY.minus(Duration.ofDays(7)), 1));
        for (int day = 0; day < DAYS; day++) {
            clockwork.predictions(traffic.unlabelled(day(day), 2 + day));
        }
        clockwork.report();
        for (int late = 5; late < 15; late++) {
            clockwork.predictions(traffic.unlabelled(day(late), 1_000 + late));
        }
        long before = clockwork.reads(Tables.PARTIALS);
        clockwork.report();
        // each day as itself, as part of others' references, as the same day of weeks whose silence is judged, and now
        // and
        // then to look whether there is one
        assertThat(clockwork.reads(Tables.PARTIALS) - before).isLessThan(9 * DAYS);
    }

    @Test
    void aWindowThatIsAllOfOneVersionIsReadOnceForItAndForAllVersions() {
        Traffic traffic = new Traffic("1", Map.of(), Map.of("ATL", 40));
        clockwork.settings(Flights.MODEL, SettingsOf.windows(WindowSize.DAY));
        for (int day = 0; day < DAYS; day++) {
            clockwork.predictions(traffic.unlabelled(day(day), 2 + day));
        }
        clockwork.report();
        clockwork.predictions(traffic.unlabelled(day(30), 1_000));
        long before = clockwork.reads(Tables.PARTIALS);
        clockwork.report();
        int usualOfEach = 4;
        assertThat(clockwork.reads(Tables.PARTIALS) - before).isEqualTo(1 + 2 * usualOfEach);
    }

    @Test
    void baselinesOfTwoModelsWithAllSegmentsThereMayBeAreReadOnce() {
        List<String> models = List.of("one", "two");
        for (String model : models) {
            clockwork.settings(model, SettingsOf.segments("a", "b", "c"));
            clockwork.baseline(rows(model, MONDAY.minus(Duration.ofDays(7))));
        }
        models.forEach(model -> clockwork.predictions(rows(model, MONDAY)));
        models.forEach(model -> clockwork.predictions(rows(model, day(1))));
        clockwork.report();
        models.forEach(model -> clockwork.predictions(rows(model, day(1).plus(Duration.ofHours(9)))));
        long before = clockwork.reads(Tables.BASELINES);
        clockwork.report();
        assertThat(clockwork.reports("two", "*", "c=v19", WindowSize.DAY)).hasSize(2);
        assertThat(clockwork.reads(Tables.BASELINES)).isEqualTo(before);
    }

    private static Instant day(int number) {
        return MONDAY.plus(Duration.ofDays(number));
    }

    /** Rows with twenty frequent values and some others of each of three features. */
    private static Batch rows(String model, Instant day) {
        BatchBuilder rows = new BatchBuilder(model);
        for (int row = 0; row < 500; row++) {
            for (String feature : List.of("a", "b", "c")) {
                rows.featureText(rows.feature(feature), "v" + (row % 25 < 20 ? row % 25 : row % 25 + 10 * (row / 250)));
            }
            rows.predictionNumber(row % 2);
            rows.timestamp(day.plusSeconds(60L * row).toEpochMilli());
            rows.keep();
        }
        return rows.build();
    }
}
