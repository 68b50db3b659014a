package io.leeway.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A client of a running service. It remembers how far the service has come by what it wrote. Thread-safe. */
public final class Caller {
    private static final String POSITION = "Leeway-Position";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI service;
    private final Optional<String> token;
    private final AtomicLong position = new AtomicLong();

    public Caller(URI service) {
        this(service, Optional.empty());
    }

    /** One that shows a token with every request. */
    Caller(URI service, Optional<String> token) {
        this.service = service;
        this.token = token;
    }

    /** An answer. */
    public record Reply(int status, String body) {
        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    public Reply get(String path) throws IOException {
        return reply(exchange(request(path).GET()));
    }

    /** Reads wait for this position too, which somebody else was given. */
    public void reach(long written) {
        position.accumulateAndGet(written, Math::max);
    }

    /** The answer once everything written so far has been reported. */
    public Reply getReported(String path) throws IOException {
        HttpResponse<String> response = exchange(behind(path));
        while (response.statusCode() == 503) {
            response = exchange(behind(path));
        }
        return reply(response);
    }

    public Reply put(String path, String type, String body) throws IOException {
        return written(request(path).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply post(String path, String rows) throws IOException {
        return written(request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(rows)));
    }

    Reply postWithKey(String path, String key, String rows) throws IOException {
        return written(request(path)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(rows)));
    }

    Reply delete(String path) throws IOException {
        return written(request(path).DELETE());
    }

    /** Any request that writes rows or settings. */
    Reply send(Sales.Request request) throws IOException {
        HttpRequest.Builder builder = request(request.path())
                .header("Content-Type", request.method().equals("PUT") ? "application/json" : "application/x-ndjson")
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        request.key().ifPresent(key -> builder.header("Idempotency-Key", key));
        return written(builder);
    }

    private Reply written(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = exchange(request);
        long behind = response.headers().firstValueAsLong(POSITION).orElse(0);
        position.accumulateAndGet(behind, Math::max);
        return reply(response);
    }

    private HttpRequest.Builder behind(String path) {
        return request(path).header(POSITION, position.toString()).GET();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30));
        token.ifPresent(held -> request.header("Authorization", "Bearer " + held));
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body());
    }
}
