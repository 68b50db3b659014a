package io.leeway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leeway.influx.Access;
import io.leeway.influx.InfluxSettings;
import io.leeway.influx.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A whole service with secrets of every kind, and everything that it lets out. */
class CredentialsTest {
    private static final String INFLUX_PASSWORD = "influx-Zq81-password";
    private static final String MAIL_PASSWORD = "mail-Kx27-password";

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> answers = new ArrayList<>();
    private HttpServer influx;

    /** When what only warns is told. */
    private static final Duration AT_WORK = Duration.ofHours(12);

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%level %logger %msg%n%ex{full}");
        encoder.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        root.addAppender(appender);
        influx = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        influx.createContext("/", CredentialsTest::sayBack);
        influx.start();
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        influx.stop(0);
    }

    @Test
    void noSecretIsInALogAMeterAnAnswerOrTheAuditLog() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(INFLUX_PASSWORD, MAIL_PASSWORD));
        try (GuardedService service = GuardedService.start(folder, this::withPasswords)) {
            List<String> tokens = List.of(service.reader(), service.sender(), service.operator(), forged());
            tokens.forEach(token -> secrets.add(token.substring(16)));
            good(service);
            for (String token : tokens) {
                bad(service, token);
            }
            Files.writeString(service.tokens().path(), forged() + "\n");
            await().until(() -> log().contains("New tokens cannot be used"));
            answers.add(service.get(service.reader(), "/metrics").body());
            answers.add(service.get(service.reader(), "/readyz").body());
        }
        assertThat(log()).contains("A mail waits", "WARN");
        assertThat(audit()).contains("\"outcome\":\"refused\"", "\"outcome\":\"failed\"", "\"outcome\":\"done\"");
        String everything = String.join("\n", answers) + log() + audit();
        for (String secret : secrets) {
            String encoded = Base64.getEncoder().encodeToString(("leeway:" + secret).getBytes(UTF_8));
            assertThat(everything).doesNotContain(secret, encoded, secret.substring(0, secret.length() - 2));
        }
    }

    /** What somebody does who has the right tokens: rows, drift, and a mail that nobody takes. */
    private void good(GuardedService service) throws Exception {
        String everything = service.token("everything", "ingest", "read", "operate");
        await().until(() -> service.get(everything, "/v1/models").statusCode() == 200);
        Caller caller = new Caller(service.address(), Optional.of(everything));
        Shop.open(caller);
        service.clock().set(Shop.start(3).plus(AT_WORK));
        answers.add(caller.post(Shop.PATH + "/predictions", Shop.day(0, 5)).body());
        answers.add(caller.post(Shop.PATH + "/predictions", Shop.day(2, 0)).body());
        answers.add(caller.getReported(Shop.PATH).body());
        service.settle();
    }

    /** What somebody does who puts a token where it does not belong. */
    private void bad(GuardedService service, String token) throws Exception {
        String operator = service.operator();
        record(service.get(token, Shop.PATH));
        record(service.send(token, "PUT", Shop.PATH, "{\"" + token + "\":1,\"task\":\"" + token + "\"}"));
        record(service.send(operator, "PUT", Shop.PATH, "{\"" + token + "\":1,\"task\":\"" + token + "\"}"));
        record(service.send(operator, "PUT", Shop.PATH, token));
        record(service.send(operator, "PUT", Shop.PATH + "/baseline", token));
        record(service.send(operator, "PUT", Shop.PATH + "/baseline?access_token=" + token, "{}"));
        int unused = service.send(operator, "DELETE", Shop.PATH + "/predictions/" + token, "")
                .statusCode();
        record(service.send(service.sender(), "POST", "/v1/models/" + token + "/predictions", "{}"));
        for (String row : List.of(
                token,
                "{\"prediction\":1,\"timestamp\":\"" + token + "\"}",
                "{\"prediction\":1,\"model\":\"" + token + "\"}",
                "{\"prediction\":1,\"score\":\"" + token + "\"}",
                "{\"prediction\":1,\"features\":" + token + "}")) {
            record(service.send(service.sender(), "POST", Shop.PATH + "/predictions", row));
        }
        for (Map.Entry<String, String> header : Map.of(
                        "Authorization", "Basic " + token,
                        "Cookie", "leeway_session=" + token,
                        "Leeway-Position", token)
                .entrySet()) {
            record(withHeader(service.address().resolve("/v1/models"), header));
        }
        record(withHeader(service.address().resolve("/v1/models?token=" + token), Map.entry("Accept", "*/*")));
        record(withHeader(service.address().resolve("/" + token), Map.entry("Accept", "*/*")));
    }

    private static HttpResponse<String> withHeader(URI address, Map.Entry<String, String> header) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header(header.getKey(), header.getValue())
                                .build(),
                        BodyHandlers.ofString());
    }

    private void record(HttpResponse<String> answer) {
        answers.add(answer.headers().map() + answer.body());
    }

    private Settings withPasswords(Settings usual) {
        try {
            Path alerts = Files.createDirectory(folder.resolve("alerts"));
            try (Stream<Path> shipped = Files.list(Path.of("alerts"))) {
                for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, alerts.resolve(file.getFileName()));
                }
            }
            Path password = Files.writeString(folder.resolve("mail-password"), MAIL_PASSWORD);
            Path receivers = alerts.resolve("receivers.yml");
            Files.writeString(
                    receivers,
                    Files.readString(receivers)
                            .replace(
                                    "  servers: []",
                                    "  servers: [{host: 127.0.0.1, port: " + closedPort()
                                            + ", tls: none, auth: {user: leeway," + " password_file: " + password
                                            + "}}]"));
            InfluxSettings series = InfluxSettings.of(
                            URI.create("http://127.0.0.1:" + influx.getAddress().getPort()), "leeway")
                    .withAccess(new Access.Password("leeway", Secret.of(INFLUX_PASSWORD)));
            return new Settings(
                    usual.http(),
                    usual.data(),
                    Optional.of(alerts),
                    Optional.of(series),
                    usual.mail(),
                    usual.lanes(),
                    usual.keepIncidents(),
                    usual.limits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An InfluxDB that fails, and quotes the request with all that is secret in it. */
    private static void sayBack(HttpExchange exchange) throws IOException {
        String quoted =
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Authorization");
        byte[] body = ("{\"error\":\"refused: " + quoted + "\"}").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(500, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String forged() {
        return "lw_0123456789ab_" + "forged".repeat(8).substring(0, 43);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private String log() {
        return log.toString(UTF_8);
    }

    private String audit() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("audit"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
