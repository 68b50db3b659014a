package io.leeway.app.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of the HTTP interface, as a model server or a dashboard would write one. */
final class Client {
    private static final String POSITION = "Leeway-Position";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI service;
    private String position = "0";

    Client(URI service) {
        this.service = service;
    }

    JsonObject put(String path, String type, String body) throws IOException {
        return send(request(path).header("Content-Type", type).PUT(body(body)));
    }

    JsonObject post(String path, String type, String body) throws IOException {
        return send(request(path).header("Content-Type", type).POST(body(body)));
    }

    JsonObject get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** Waits until everything sent so far has been counted and reported, then answers. */
    JsonObject getWhenReported(String path) throws IOException {
        HttpResponse<String> response =
                exchange(request(path).header(POSITION, position).GET());
        while (response.statusCode() == 503) {
            response = exchange(request(path).header(POSITION, position).GET());
        }
        return answer(response);
    }

    private JsonObject send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = exchange(request);
        position = response.headers().firstValue(POSITION).orElse(position);
        return answer(response);
    }

    private static JsonObject answer(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(
                    response.request().uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return new JsonObject(response.body());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
