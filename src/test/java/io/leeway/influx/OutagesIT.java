package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real InfluxDB 1.x that goes away, asks who we are, or does not take a point. */
class OutagesIT {
    private static final Instant MONDAY = Instant.parse("2001-03-05T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void pointsAreTakenAgainWhenTheServerIsBack() throws Exception {
        try (Influxd server = Influxd.start(folder);
                InfluxSeries series = new InfluxSeries(InfluxSettings.of(server.url(), "leeway"))) {
            assertThat(series.write(List.of(point("a", 1)))).isEmpty();
            server.kill();
            assertThatThrownBy(() -> series.write(List.of(point("a", 2))))
                    .isInstanceOfSatisfying(
                            SeriesUnavailableException.class,
                            failure -> assertThat(failure.operatorNeeded()).isFalse());
            assertThat(series.reachable()).isFalse();
            server.restart();
            assertThat(series.write(List.of(point("a", 2)))).isEmpty();
            assertThat(series.read("ingest", Map.of(), MONDAY, MONDAY.plusSeconds(9)))
                    .containsExactly(point("a", 1), point("a", 2));
        }
    }

    @Test
    void aUserWhoMayOnlyWriteCanWrite() throws Exception {
        try (Influxd server = Influxd.start(folder, "auth-enabled = true")) {
            query(server, "", "CREATE USER admin WITH PASSWORD 'admin' WITH ALL PRIVILEGES");
            query(
                    server,
                    "&u=admin&p=admin",
                    "CREATE DATABASE leeway; CREATE DATABASE other; CREATE USER writer WITH PASSWORD 'a:b c';"
                            + " GRANT WRITE ON leeway TO writer");
            InfluxSettings settings = InfluxSettings.of(server.url(), "leeway");
            assertThat(write(settings.withAccess(new Access.Password("writer", Secret.of("a:b c")))))
                    .isEmpty();
            refused(settings.withAccess(new Access.Password("writer", Secret.of("wrong"))), "401");
            refused(settings, "401");
            refused(
                    InfluxSettings.of(server.url(), "other")
                            .withAccess(new Access.Password("writer", Secret.of("a:b c"))),
                    "403");
        }
    }

    @Test
    void aMissingDatabaseThatWeMayNotCreateIsForTheOperator() throws Exception {
        try (Influxd server = Influxd.start(folder)) {
            refused(InfluxSettings.of(server.url(), "leeway").withoutCreation(), "database not found");
        }
    }

    @Test
    void aDatabaseThatIsDroppedIsCreatedAgain() throws Exception {
        try (Influxd server = Influxd.start(folder);
                InfluxSeries series = new InfluxSeries(InfluxSettings.of(server.url(), "leeway"))) {
            assertThat(series.write(List.of(point("a", 1)))).isEmpty();
            query(server, "", "DROP DATABASE leeway");
            assertThatThrownBy(() -> series.write(List.of(point("a", 2))))
                    .isInstanceOf(SeriesUnavailableException.class);
            assertThat(series.write(List.of(point("a", 2)))).isEmpty();
        }
    }

    @Test
    void aTagThatIsTooLongIsRefusedAndTheOthersStand() throws Exception {
        try (Influxd server = Influxd.start(folder);
                InfluxSeries series = new InfluxSeries(InfluxSettings.of(server.url(), "leeway"))) {
            Point tooLong = point("x".repeat(70_000), 2);
            List<Refusal> refused = series.write(List.of(point("a", 1), tooLong, point("b", 3)));
            assertThat(refused).extracting(Refusal::point).containsExactly(tooLong);
            assertThat(refused.get(0).reason())
                    .contains("max key length exceeded")
                    .hasSizeLessThan(600);
            assertThat(series.read("ingest", Map.of(), MONDAY, MONDAY.plusSeconds(9)))
                    .containsExactly(point("a", 1), point("b", 3));
        }
    }

    private static void refused(InfluxSettings settings, String sentence) {
        assertThatThrownBy(() -> write(settings))
                .isInstanceOfSatisfying(
                        SeriesUnavailableException.class,
                        failure -> assertThat(failure.operatorNeeded()).isTrue())
                .hasMessageContaining(sentence);
    }

    private static List<Refusal> write(InfluxSettings settings) throws SeriesUnavailableException {
        try (InfluxSeries series = new InfluxSeries(settings)) {
            return series.write(List.of(point("a", 1)));
        }
    }

    private static void query(Influxd server, String credentials, String query)
            throws IOException, InterruptedException {
        URI target = server.url().resolve("/query?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + credentials);
        HttpRequest request = HttpRequest.newBuilder(target)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).doesNotContain("error");
    }

    private static Point point(String model, long n) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", model);
        tags.put("version", "1");
        return new Point("ingest", MONDAY.plusSeconds(n), tags, Map.of("n", n));
    }
}
