package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Flights.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the whole says of the segment that changed most. */
class OneSegmentTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final Map<String, Double> SAME = Map.of();
    private static final Traffic REFERENCE = new Traffic("1", SAME, Map.of("ATL", 2_000, "JFK", 2_000, "ORD", 2_000));

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void whereTheOthersWouldHaveShownItTooAllOfItIsOne() {
        watched("airport");
        assertThat(distance(new Traffic("1", SAME, Map.of("ATL", 400, "JFK", 400, "ORD", 400)).with("ORD", 700)))
                .endsWith("; all of it is airport=ORD");
    }

    @Test
    void whereTheOthersAreTooFewToShowItNothingIsClaimedOfThem() {
        watched("airport");
        assertThat(distance(new Traffic("1", SAME, Map.of("ATL", 25, "JFK", 15, "ORD", 1_200)).with("ORD", 560)))
                .endsWith(
                        "; airport=ORD changed most, and the others have too few rows to tell whether it is all of it");
    }

    @Test
    void andNeitherWhereTheyAreTooFewToBeComparedAtAll() {
        watched("airport");
        assertThat(distance(new Traffic("1", SAME, Map.of("ATL", 10, "JFK", 10, "ORD", 1_200)).with("ORD", 700)))
                .endsWith(
                        "; airport=ORD changed most, and the others have too few rows to tell whether it is all of it");
    }

    /** It makes one segment, of all rows: without it nothing is left, and nothing follows from that. */
    @Test
    void aFeatureThatIsMisspeltExplainsNothing() {
        watched("airprot");
        assertThat(distance(new Traffic("1", SAME, Map.of("ATL", 400, "JFK", 400, "ORD", 400)).with("ORD", 700)))
                .startsWith("distance: psi ")
                .doesNotContain("airprot")
                .doesNotContain("all of it");
    }

    private void watched(String feature) {
        clockwork.settings(Flights.MODEL, SettingsOf.segments(feature));
        clockwork.baseline(REFERENCE.day(MONDAY.minus(Duration.ofDays(7)), 1));
    }

    private String distance(Traffic traffic) {
        clockwork.predictions(traffic.unlabelled(MONDAY, 2));
        clockwork.predictions(REFERENCE.unlabelled(MONDAY.plus(Duration.ofDays(3)), 3));
        clockwork.report();
        return clockwork.reports(Flights.MODEL, "*", WindowKey.WHOLE, WindowSize.DAY).get(0).features().stream()
                .filter(feature -> feature.name().equals("distance"))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
