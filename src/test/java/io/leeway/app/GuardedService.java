package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.access.Bearer;
import io.leeway.access.Grant;
import io.leeway.access.SaltedHash;
import io.leeway.access.Token;
import io.leeway.app.demo.LogClock;
import io.leeway.files.TokensFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A whole service with tokens, and what a test does with it. */
public final class GuardedService implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TokensFile tokens;
    private final String reader;
    private final String sender;
    private final String operator;
    private final LogClock clock = new LogClock(Shop.MONDAY);
    private final Service service;

    private GuardedService(Path folder, boolean asks, UnaryOperator<Settings> change) throws Exception {
        tokens = new TokensFile(folder.resolve("tokens"));
        reader = token("on-call", "read");
        sender = token("model-server", "ingest:shop");
        operator = token("owner", "operate");
        Settings.Access access = new Settings.Access(
                asks ? Optional.of(tokens.path()) : Optional.empty(), Optional.empty(), Settings.Access.KEEP_AUDIT);
        Settings settings =
                Settings.embedded(folder.resolve("data"), 0).withHttp(new Settings.Http("127.0.0.1", 0, access));
        service = Service.start(change.apply(settings), clock);
    }

    /** One that asks everybody. */
    public static GuardedService start(Path folder) throws Exception {
        return new GuardedService(folder, true, settings -> settings);
    }

    static GuardedService start(Path folder, UnaryOperator<Settings> change) throws Exception {
        return new GuardedService(folder, true, change);
    }

    /** One that asks nobody. */
    public static GuardedService startOpen(Path folder) throws Exception {
        return new GuardedService(folder, false, settings -> settings);
    }

    public URI address() {
        return service.address();
    }

    /** A token that may read. */
    public String reader() {
        return reader;
    }

    String sender() {
        return sender;
    }

    /** A token that may operate. */
    public String operator() {
        return operator;
    }

    /** Time passes. */
    public void later(Duration duration) {
        clock.set(clock.instant().plus(duration));
    }

    LogClock clock() {
        return clock;
    }

    void settle() {
        service.settle();
    }

    TokensFile tokens() {
        return tokens;
    }

    /** Another token, good for a service as soon as it has read the file again. */
    String token(String name, String... scopes) throws IOException {
        SecureRandom random = new SecureRandom();
        Bearer bearer = Bearer.fresh(random);
        List<Grant> grants =
                Stream.of(scopes).map(scope -> Grant.parse(scope).orElseThrow()).toList();
        tokens.add(
                new Token(bearer.id(), name, grants, Instant.EPOCH, Optional.empty(), SaltedHash.of(bearer, random)));
        return bearer.reveal();
    }

    /** A model with rows of the last hours. */
    public void fill() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"features\":{\"price\":")
                    .append(i % 17)
                    .append("},\"prediction\":")
                    .append(i % 2)
                    .append("}\n");
        }
        assertThat(send(sender, "POST", Shop.PATH + "/predictions", rows.toString())
                        .statusCode())
                .isEqualTo(200);
        service.settle();
    }

    public HttpResponse<String> get(String token, String path) throws Exception {
        return send(token, "GET", path, "");
    }

    public HttpResponse<String> send(String token, String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        service.stop();
    }
}
