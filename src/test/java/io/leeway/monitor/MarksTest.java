package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.BatchBuilder;
import io.leeway.series.Point;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The points that tell of arrivals and deployments. */
class MarksTest {
    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void everyBaseWindowTellsHowManyRowsCameAndHowLongAgoTheLastOneWasAtItsEnd() {
        post("a", "2024-03-04T10:15:00Z", "1");
        post("b", "2024-03-04T10:30:00Z", "1");
        post("c", "2024-03-04T13:15:00Z", "1");
        assertThat(arrivals("*"))
                .containsEntry("2024-03-04T10:00:00Z", Map.of("n", 2L, "since_last", 1800.0))
                .containsEntry("2024-03-04T11:00:00Z", Map.of("n", 0L, "since_last", 5400.0))
                .containsEntry("2024-03-04T13:00:00Z", Map.of("n", 1L))
                .hasSize(3);
        assertThat(arrivals("1")).containsOnlyKeys("2024-03-04T10:00:00Z", "2024-03-04T13:00:00Z");
    }

    @Test
    void aSilentModelSaysForHowLong() {
        clockwork.now(Instant.parse("2030-01-01T00:00:00Z"));
        post("a", "2024-03-04T10:15:00Z", "1");
        clockwork.now(Instant.parse("2030-01-01T05:00:00Z"));
        clockwork.tick();
        clockwork.report();
        assertThat(arrivals("*")).containsEntry("2024-03-04T12:00:00Z", Map.of("n", 0L, "since_last", 9900.0));
    }

    @Test
    void aLateRowCorrectsWhatWasTold() {
        post("a", "2024-03-04T10:15:00Z", "1");
        post("b", "2024-03-04T13:15:00Z", "1");
        clockwork.deliver();
        post("c", "2024-03-04T10:45:00Z", "1");
        assertThat(arrivals("*")).containsEntry("2024-03-04T10:00:00Z", Map.of("n", 2L, "since_last", 900.0));
    }

    @Test
    void eachVersionIsToldOfOnceAtItsFirstRow() {
        post("a", "2024-03-04T10:15:00Z", "1");
        assertThat(deployments()).containsExactly("1 2024-03-04T10:15:00Z");
        clockwork.deliver();
        post("b", "2024-03-04T10:05:00Z", "1");
        post("c", "2024-03-04T11:00:00Z", "2");
        clockwork.crash(3);
        clockwork.report();
        assertThat(deployments()).containsExactly("2 2024-03-04T11:00:00Z");
    }

    private List<String> deployments() {
        return clockwork.owedPoints().stream()
                .filter(point -> point.measurement().equals("deployment"))
                .map(point -> point.tags().get("version") + " " + point.fields().get("first_seen"))
                .toList();
    }

    private Map<String, Map<String, Object>> arrivals(String version) {
        return clockwork.owedPoints().stream()
                .filter(point -> point.measurement().equals("ingest")
                        && version.equals(point.tags().get("version")))
                .collect(Collectors.toMap(point -> point.time().toString(), Point::fields));
    }

    private void post(String id, String time, String version) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        batch.id(id);
        batch.timestamp(Instant.parse(time).toEpochMilli());
        batch.version(version);
        batch.featureNumber(batch.feature("size"), 1.5);
        batch.predictionNumber(1);
        batch.score(0.75);
        batch.keep();
        clockwork.predictions(batch.build());
        clockwork.report();
    }
}
