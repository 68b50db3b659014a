package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A client that knows nothing but the HTTP interface. Whatever it reads includes all that it sent before. */
final class ApiClient {
    private static final String POSITION = "Leeway-Position";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private String position = "0";

    ApiClient(URI service) {
        this.service = service;
    }

    JsonObject put(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    /** Posts rows of NDJSON, gzipped; each must be accepted. */
    void post(String path, List<String> rows) {
        JsonObject receipt = send(request(path)
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzipped(String.join("\n", rows)))));
        assertThat(receipt.getInteger("accepted")).as("%s", receipt).isEqualTo(rows.size());
    }

    /** Answers once everything sent before has been counted and reported. */
    JsonObject get(String path) {
        HttpResponse<String> response = reported(path);
        while (response.statusCode() == 503) {
            response = reported(path);
        }
        return json(response);
    }

    private HttpResponse<String> reported(String path) {
        return exchange(request(path).header(POSITION, position).GET());
    }

    private JsonObject send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request);
        position = response.headers().firstValue(POSITION).orElse(position);
        return json(response);
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s: %s", response.uri(), response.body())
                .isEqualTo(200);
        return new JsonObject(response.body());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path));
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
