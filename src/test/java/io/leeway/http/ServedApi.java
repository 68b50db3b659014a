package io.leeway.http;

import io.leeway.access.Act;
import io.leeway.http.Probe.Health;
import io.leeway.ingest.Allowed;
import io.leeway.ingest.Limit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The interface on a real connection, with ports that do what a test tells them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedApi {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Bounds BOUNDS = new Bounds(
            Allowed.withDefaults()
                    .with(Limit.BODY, 100_000)
                    .with(Limit.INFLATED_BYTES, 300_000)
                    .with(Limit.SETTINGS_BYTES, 1_000)
                    .with(Limit.BODIES_BYTES, 350_000),
            Duration.ofMillis(200));
    static final String PREDICTIONS = "/v1/models/flights/predictions";
    static final String NDJSON = "application/x-ndjson";

    final Vertx vertx = Vertx.vertx();
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    FakeIntake intake = new FakeIntake();
    FakeReports reports = new FakeReports();
    volatile Probe.State series = Probe.State.UP;
    volatile Probe.State journal = Probe.State.UP;
    volatile Probe.State counting = Probe.State.UP;
    final List<Act> acts = new CopyOnWriteArrayList<>();
    CountedRows counted = new CountedRows();
    FakeOnCall onCall = new FakeOnCall(NOW);
    String address = "";

    @BeforeEach
    void start() {
        intake = new FakeIntake();
        reports = new FakeReports();
        counted = new CountedRows();
        onCall = new FakeOnCall(NOW);
        acts.clear();
        HttpApi api = new HttpApi(vertx, ports());
        HttpServer server = api.serve(vertx.createHttpServer(api.options()))
                .listen(0, "127.0.0.1")
                .await();
        address = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterAll
    void stop() {
        vertx.close().await();
    }

    Bounds bounds() {
        return BOUNDS;
    }

    Ports ports() {
        return new Ports(
                intake,
                counted,
                reports,
                onCall,
                new Self(
                        List.of(() -> new Health("counting", counting, "Lane 0 failed.")),
                        List.of(() -> new Health("journal", journal, ""), () -> new Health("series", series, "")),
                        () -> "leeway_rows_total 7\n"),
                () -> CompletableFuture.completedFuture(new Upkeep.Rebuilt(12, 3)),
                () -> NOW,
                bounds(),
                doors());
    }

    /** Nobody is asked. */
    Doors doors() {
        return new Doors(Optional.empty(), acts::add, new CountedRefusals());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> getAt(String path, String position) throws Exception {
        return send(request(path).header("Leeway-Position", position).GET());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder gzipped(byte[] body) {
        return request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> put(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static byte[] gzip(String plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toByteArray();
    }
}
