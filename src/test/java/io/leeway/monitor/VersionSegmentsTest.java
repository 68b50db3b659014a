package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Verdict;
import io.leeway.monitor.Flights.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A version with a reference set of its own, in which other airports are frequent than in that of the model. Those that are
 * rare in the model's lie far away.
 */
class VersionSegmentsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Instant BEFORE = MONDAY.minus(Duration.ofDays(7));
    private static final Traffic MODEL = traffic("1", 100, 40);
    private static final Traffic VERSION = traffic("2", 60, 150);

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void theRestOfAVersionIsComparedWithTheSameRestOfItsOwnBaseline() {
        clockwork.settings(Flights.MODEL, SettingsOf.segments("airport"));
        clockwork.baseline(MODEL.day(BEFORE, 1));
        clockwork.baseline(Optional.of("2"), VERSION.day(BEFORE, 2));
        assertSameParts();
    }

    @Test
    void andSoItIsWhenTheModelsBaselineCameLater() {
        clockwork.settings(Flights.MODEL, SettingsOf.segments("airport"));
        clockwork.baseline(Optional.of("2"), VERSION.day(BEFORE, 2));
        clockwork.baseline(MODEL.day(BEFORE, 1));
        assertSameParts();
    }

    @Test
    void andSoItIsWhenSegmentsAreNamedLater() {
        clockwork.baseline(Optional.of("2"), VERSION.day(BEFORE, 2));
        clockwork.baseline(MODEL.day(BEFORE, 1));
        clockwork.settings(Flights.MODEL, SettingsOf.segments("airport"));
        assertSameParts();
    }

    private void assertSameParts() {
        clockwork.predictions(VERSION.unlabelled(MONDAY, 3));
        clockwork.predictions(MODEL.unlabelled(MONDAY, 4));
        clockwork.predictions(MODEL.unlabelled(MONDAY.plus(Duration.ofDays(3)), 5));
        clockwork.report();
        WindowReport rest = window("airport=other");
        assertThat(rest.n()).isEqualTo(4 * 150);
        assertThat(rest.baseline().orElseThrow().n()).isEqualTo(4 * 150);
        assertThat(rest.features()).allMatch(feature -> feature.verdict() != Verdict.DRIFTED);
        assertThat(window("airport=A00").baseline().orElseThrow().n()).isEqualTo(60);
        assertThat(window(WindowKey.WHOLE).baseline().orElseThrow().n()).isEqualTo(20 * 60 + 4 * 150);
    }

    private WindowReport window(String segment) {
        return clockwork.reports(Flights.MODEL, "2", segment, WindowSize.DAY).get(0);
    }

    /** Twenty airports near by and four far away. */
    private static Traffic traffic(String version, int near, int far) {
        Map<String, Integer> rows = new TreeMap<>();
        Map<String, Double> distances = new TreeMap<>();
        for (int airport = 0; airport < 24; airport++) {
            String name = String.format("A%02d", airport);
            rows.put(name, airport < 20 ? near : far);
            distances.put(name, airport < 20 ? 500.0 : 2_000.0);
        }
        return new Traffic(version, distances, rows);
    }
}
