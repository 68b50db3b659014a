package io.leeway.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** An HTTP server that answers as it is told and remembers what it was asked. */
final class StubServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Answer> behaviour;

    StubServer(Function<Request, Answer> behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var unused = server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it answers like this. */
    void behave(Function<Request, Answer> other) {
        behaviour = other;
    }

    /** What it was asked, to that path. */
    List<Request> asked(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    List<Request> asked() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            requests.add(request);
            Answer answer = behaviour.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(UTF_8);
            boolean bare = body.length == 0 || answer.status() == 204;
            exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /**
     * A request.
     *
     * @param query as it came, empty if there was none
     * @param authorization empty if there was none
     * @param zipped whether the body came as gzip
     * @param body unzipped
     */
    record Request(String method, String path, String query, String authorization, boolean zipped, String body) {
        static Request of(HttpExchange exchange) throws IOException {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                URI uri = exchange.getRequestURI();
                return new Request(
                        exchange.getRequestMethod(),
                        uri.getPath(),
                        Objects.requireNonNullElse(uri.getRawQuery(), ""),
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""),
                        zipped,
                        new String(in.readAllBytes(), UTF_8));
            }
        }

        boolean isWrite() {
            return path.endsWith("/write");
        }
    }

    /** An answer. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }

        static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }
}
