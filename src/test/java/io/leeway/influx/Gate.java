package io.leeway.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Stands before a real server: hands everything on, or answers in its place with one status. */
public final class Gate implements AutoCloseable {
    /** Those that the two ends agree on between themselves. */
    private static final Set<String> OF_ONE_HOP =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behind;
    private final HttpServer server;
    private volatile OptionalInt shut = OptionalInt.empty();

    /** One that is open. */
    public Gate(URI behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var unused = server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on every request is answered with that status. */
    public void shut(int status) {
        shut = OptionalInt.of(status);
    }

    public void open() {
        shut = OptionalInt.empty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            OptionalInt status = shut;
            if (status.isPresent()) {
                exchange.sendResponseHeaders(status.getAsInt(), -1);
            } else {
                handOn(exchange, body);
            }
        }
    }

    private void handOn(HttpExchange exchange, byte[] body) throws IOException {
        URI asked = exchange.getRequestURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(asked))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOfOneHop(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<InputStream> answer = answer(request.build());
        answer.headers().map().forEach((name, values) -> {
            if (!isOfOneHop(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] said = answer.body().readAllBytes();
        exchange.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
    }

    private HttpResponse<InputStream> answer(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean isOfOneHop(String header) {
        return OF_ONE_HOP.contains(header.toLowerCase(Locale.ROOT));
    }
}
