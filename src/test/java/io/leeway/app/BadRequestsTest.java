package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.Effort;
import io.leeway.ingest.Limit;
import io.leeway.wire.Scribble;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running service is sent broken requests by the thousand: it answers each in time and never with a failure of its own,
 * takes every good row between the bad ones, and at the end has counted what it said it had taken and holds nothing.
 */
class BadRequestsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final String MODEL = "/v1/models/fuzz";
    private static final String SETTINGS = "{\"windows\":[\"1d\"],\"keep_windows\":\"7d\"}";

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Service service;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        Settings usual = Settings.embedded(folder, 0);
        service = Service.start(
                new Settings(
                        usual.http(),
                        usual.data(),
                        usual.alerts(),
                        usual.influx(),
                        usual.mail(),
                        usual.lanes(),
                        usual.keepIncidents(),
                        usual.limits()
                                .with(Limit.VERSIONS, 5)
                                .with(Limit.FEATURES, 20)
                                .with(Limit.BODY, 1 << 20)),
                CLOCK);
        caller = new Caller(service.address());
        assertThat(caller.put(MODEL, "application/json", SETTINGS).status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void everyOneIsAnsweredAndWhatWasTakenIsCounted() throws Exception {
        long predictions = 0;
        long labels = 0;
        for (int seed = 0; seed < Effort.times(1_500); seed++) {
            Bad bad = Bad.by(new Random(seed), seed);
            if (seed % 50 == 0) {
                cutOff(bad);
            }
            HttpResponse<String> answer = send(bad);
            assertThat(answer.statusCode())
                    .as("seed %d: %s", seed, answer.body())
                    .isLessThan(500);
            long accepted = answer.statusCode() == 200 ? new JsonObject(answer.body()).getLong("accepted") : 0;
            assertThat(accepted).as("seed %d: %s", seed, answer.body()).isGreaterThanOrEqualTo(bad.good());
            predictions += bad.what().equals("predictions") ? accepted : 0;
            labels += bad.what().equals("labels") ? accepted : 0;
        }
        assertThat(predictions).isPositive();
        assertThat(labels).isPositive();
        assertThat(caller.post(MODEL + "/predictions", "{\"score\":0.5}").status())
                .isEqualTo(200);
        predictions++;
        JsonObject totals = caller.getReported(MODEL).json();
        balances(totals.getJsonObject("predictions"), predictions);
        balances(totals.getJsonObject("labels"), labels);
        String accepted = "leeway_rows_accepted_total " + (double) (predictions + labels);
        await().untilAsserted(() -> assertThat(caller.get("/metrics").body())
                .contains(accepted, "leeway_intake_bytes 0.0", "leeway_bodies_bytes 0.0"));
    }

    private static void balances(JsonObject totals, long accepted) {
        assertThat(totals.getLong("accepted")).isEqualTo(accepted);
        assertThat(totals.getLong("counted") + totals.getLong("duplicates")).isEqualTo(accepted);
    }

    private HttpResponse<String> send(Bad bad) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(MODEL + "/" + bad.what()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", bad.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bad.body()));
        if (!bad.encoding().isEmpty()) {
            request.header("Content-Encoding", bad.encoding());
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The same in chunks, of which the last is never finished. */
    private void cutOff(Bad bad) throws IOException {
        URI address = service.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(
                    ("POST " + MODEL + "/" + bad.what() + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + bad.type()
                                    + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + Integer.toHexString(bad.body().length + 1) + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            request.writeBytes(bad.body());
            socket.getOutputStream().write(request.toByteArray());
        }
    }

    /**
     * A request by chance.
     *
     * @param what {@code predictions} or {@code labels}
     * @param encoding empty: none
     * @param good how many rows of it must be taken
     */
    private record Bad(String what, String type, String encoding, byte[] body, int good) {
        private static final List<String> TYPES =
                List.of("application/json", "text/csv", "text/plain", "application/x-ndjson; charset=utf-8", "x");

        static Bad by(Random random, int seed) {
            String what = random.nextInt(3) > 0 ? "predictions" : "labels";
            byte[] rows = rows(random, seed);
            boolean lines = random.nextInt(4) > 0;
            String type = lines ? "application/x-ndjson" : TYPES.get(random.nextInt(TYPES.size()));
            return switch (random.nextInt(8)) {
                case 0 -> new Bad(what, type, "gzip", spoiled(random, gzip(rows)), 0);
                case 1 -> new Bad(what, type, "gzip", rows, 0);
                case 2 -> new Bad(what, type, "br", rows, 0);
                case 3 -> new Bad(what, type, "gzip", gzip(new byte[random.nextInt(4 << 20)]), 0);
                case 4 -> new Bad(what, type, "", new Scribble(random).spoiled(rows), 0);
                case 5, 6 -> new Bad(what, type, "gzip", gzip(rows), lines ? 2 : 0);
                default -> new Bad(what, type, "", rows, lines ? 2 : 0);
            };
        }

        /** Lines, of which the first and the last are good as a prediction and as a label. */
        private static byte[] rows(Random random, int seed) {
            Scribble scribble = new Scribble(random);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(good("first-" + seed));
            for (int i = random.nextInt(6); i > 0; i--) {
                byte[] row = scribble.row().getBytes(StandardCharsets.UTF_8);
                body.writeBytes(random.nextBoolean() ? row : scribble.spoiled(row));
                body.write('\n');
            }
            body.writeBytes(good("last-" + seed));
            return body.toByteArray();
        }

        private static byte[] good(String id) {
            return ("{\"id\":\"" + id + "\",\"prediction\":1,\"score\":0.5,\"label\":1}\n")
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] spoiled(Random random, byte[] packed) {
            return switch (random.nextInt(3)) {
                case 0 -> Arrays.copyOf(packed, random.nextInt(packed.length));
                case 1 -> Arrays.copyOf(packed, packed.length + 1 + random.nextInt(20));
                default -> new Scribble(random).spoiled(packed);
            };
        }

        private static byte[] gzip(byte[] plain) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(plain);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return packed.toByteArray();
        }
    }
}
