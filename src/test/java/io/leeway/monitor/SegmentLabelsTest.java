package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Flights.Traffic;
import io.leeway.truth.Maturity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What labels say of parts of a window. */
class SegmentLabelsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Traffic TRAFFIC = new Traffic("1", Map.of(), Map.of("ATL", 400, "ORD", 400));

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void segmentsAreJudgedForGoodOnceTheLabelHorizonIsOver() {
        started();
        clockwork.labels(TRAFFIC.labels(MONDAY, 2, 7));
        later(3);
        for (String version : new String[] {"1", WindowKey.ALL_VERSIONS}) {
            assertThat(monday(version, WindowKey.WHOLE).verdict().maturity()).isEqualTo(Maturity.PROVISIONAL);
            assertThat(monday(version, "airport=ORD").verdict().maturity()).isEqualTo(Maturity.PROVISIONAL);
        }
        later(12);
        for (String version : new String[] {"1", WindowKey.ALL_VERSIONS}) {
            assertThat(monday(version, WindowKey.WHOLE).verdict().maturity()).isEqualTo(Maturity.FINAL);
            assertThat(monday(version, "airport=ORD").verdict().maturity()).isEqualTo(Maturity.FINAL);
        }
    }

    /** There are two airports and the rest: a segment has a third of the room, so its limits are wider. */
    @Test
    void theSegmentsOfAWindowShareTheRoomForFalseAlarmsOfPerformanceToo() {
        started();
        clockwork.labels(TRAFFIC.wrong(MONDAY, 2));
        later(3);
        assertThat(monday("1", WindowKey.WHOLE).verdict().reason()).contains("99.78 % confidence");
        assertThat(monday("1", "airport=ORD").verdict().reason()).contains("99.93 % confidence");
    }

    private void started() {
        clockwork.settings(
                Flights.MODEL,
                SettingsOf.kept(SettingsOf.segments("airport"), Duration.ofDays(10), Duration.ofDays(400)));
        clockwork.baseline(TRAFFIC.day(MONDAY.minus(Duration.ofDays(7)), 1));
        clockwork.predictions(TRAFFIC.unlabelled(MONDAY, 2));
        clockwork.report();
    }

    private void later(int days) {
        clockwork.predictions(TRAFFIC.unlabelled(MONDAY.plus(Duration.ofDays(days)), 10 + days));
        clockwork.report();
    }

    private WindowReport monday(String version, String segment) {
        return clockwork
                .reports(Flights.MODEL, version, segment, WindowSize.DAY)
                .get(0);
    }
}
