package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole service that watches each airport of a model of flights. */
class SegmentsOverHttpTest {
    private static final String PATH = "/v1/models/flights";
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<String> AIRPORTS = List.of("ATL", "JFK", "LAX", "O'Hare & Co");
    private static final int ROWS = 2_000;

    private final LogClock clock = new LogClock(MONDAY);

    @TempDir
    private Path folder;

    @Test
    void aFaultInOneAirportIsReportedForThatAirportAlone() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        String settings = "{\"windows\":[\"1d\"],\"idle_after\":\"365d\",\"segments\":[\"origin_airport\"]}";
        assertThat(caller.put(PATH, "application/json", settings).status()).isEqualTo(200);
        assertThat(caller.getReported(PATH).body()).contains("\"segments\":[\"origin_airport\"]");
        assertThat(caller.put(PATH + "/baseline", "application/x-ndjson", day(-7, ""))
                        .status())
                .isEqualTo(200);
        assertThat(caller.post(PATH + "/predictions", day(0, "JFK")).status()).isEqualTo(200);
        clock.set(MONDAY.plus(Duration.ofDays(3)));
        assertThat(caller.post(PATH + "/predictions", day(2, "")).status()).isEqualTo(200);
        assertThat(distance(caller, "origin_airport%3DJFK")).isEqualTo("drifted");
        assertThat(distance(caller, "origin_airport%3DATL")).isEqualTo("stable");
        assertThat(distance(caller, "origin_airport%3DLAX")).isEqualTo("stable");
        assertThat(distance(caller, "origin_airport%3DO'Hare%20%26%20Co")).isEqualTo("stable");
        assertThat(caller.getReported(PATH + "/windows?size=1d&segment=origin_airport%3DJFK")
                        .json()
                        .getJsonArray("windows"))
                .hasSize(2);
        assertThat(caller.getReported(PATH + "/windows/" + MONDAY + "?size=1d&segment=origin_airport%3DXYZ")
                        .status())
                .isEqualTo(404);
        service.stop();
    }

    private static String distance(Caller caller, String segment) throws IOException {
        JsonObject report = caller.getReported(PATH + "/windows/" + MONDAY + "?size=1d&segment=" + segment)
                .json();
        assertThat(report.getLong("n")).isEqualTo(ROWS / AIRPORTS.size());
        assertThat(report.getString("segment")).startsWith("origin_airport=");
        return report.getJsonArray("features").stream()
                .map(JsonObject.class::cast)
                .filter(feature -> feature.getString("name").equals("distance"))
                .map(feature -> feature.getString("verdict"))
                .findFirst()
                .orElseThrow();
    }

    /** A day of flights; those of one airport have their distances in another unit. */
    private static String day(int day, String faulty) {
        SplittableRandom random = new SplittableRandom(day);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> row(MONDAY.plus(Duration.ofDays(day)).plusSeconds(40L * i), i, faulty, random))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Instant time, int i, String faulty, SplittableRandom random) {
        String airport = AIRPORTS.get(i % AIRPORTS.size());
        double distance = 500 + 100 * random.nextGaussian();
        return "{\"timestamp\":\"%s\",\"features\":{\"origin_airport\":\"%s\",\"distance\":%s},\"prediction\":%d}"
                .formatted(time, airport, airport.equals(faulty) ? 1.6 * distance : distance, i % 2);
    }
}
