package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.HostileNames;
import io.leeway.series.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile names as tags and as texts, through a real InfluxDB 1.x and back. */
class HostileSeriesIT {
    private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
    private static final long SEED = 20_240_304;

    @TempDir
    private static Path folder;

    @AutoClose
    private static Influxd server;

    @BeforeAll
    static void start() throws IOException {
        server = Influxd.start(folder);
    }

    @Test
    void everyNameComesBackAndFindsItsOwnPointsAlone() throws Exception {
        List<String> names = HostileNames.all(SEED);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            points.add(incident(names.get(i), i));
        }
        try (InfluxSeries series = new InfluxSeries(InfluxSettings.of(server.url(), "leeway"))) {
            assertThat(series.write(points)).isEmpty();
            Instant end = START.plusSeconds(names.size());
            assertThat(series.read("incident", Map.of(), START, end)).containsExactlyInAnyOrderElementsOf(points);
            for (int i = 0; i < names.size(); i++) {
                assertThat(series.read("incident", Map.of("rule", names.get(i)), START, end))
                        .as("seed %d: %s", SEED, names.get(i))
                        .containsExactly(points.get(i));
            }
        }
    }

    private static Point incident(String name, int second) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", "m");
        tags.put("version", name);
        tags.put("rule", name);
        tags.put("level", "warning");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("state", "open");
        fields.put("reason", name);
        fields.put("text", name + " and " + name);
        return new Point("incident", START.plusSeconds(second), tags, fields);
    }
}
