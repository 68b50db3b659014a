package io.leeway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leeway.mail.AlertmanagerJson;
import io.leeway.mail.ExampleMail;
import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
    private static final String ME = "me@example.org";

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Mailer.Envelope> mails = new ArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    @TempDir
    private Path folder;

    private record Call(Map<String, String> headers, String body) {}

    WebhooksTest() throws IOException {}

    @BeforeEach
    void listen() {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/hook", exchange -> answer(exchange));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/tarpit", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aCallIsSignedAndSaysWhatTheMailSaysInAlertmanagersWords() throws Exception {
        Map<String, Fate> fates = webhooks().deliver(envelope(address("/hook"), ME));
        assertThat(fates)
                .containsOnly(Map.entry(address("/hook"), new Fate.Accepted()), Map.entry(ME, new Fate.Accepted()));
        assertThat(mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly(ME));
        Call call = calls.get(0);
        assertThat(call.headers().get("leeway-signature"))
                .isEqualTo(Signature.of(call.body().getBytes(StandardCharsets.UTF_8), "key"));
        assertThat(call.headers()).containsEntry("idempotency-key", "x.1");
        JsonObject json = new JsonObject(call.body());
        JsonObject alert = json.getJsonArray("alerts").getJsonObject(0);
        assertThat(json.getString("version")).isEqualTo("4");
        assertThat(json.getString("status")).isEqualTo("firing");
        assertThat(json.getString("groupKey")).isEqualTo(alert.getString("fingerprint"));
        assertThat(alert.getJsonObject("labels").getMap())
                .containsEntry("alertname", "feature-drift")
                .containsEntry("severity", "warning")
                .containsEntry("model", "flight-delay");
        assertThat(alert.getString("startsAt")).isEqualTo("2001-05-21T00:00:00Z");
        assertThat(alert.getString("endsAt")).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(alert.getJsonObject("annotations").getString("summary"))
                .isEqualTo("[WARNING] flight-delay: distance drifted from the baseline");
        assertThat(alert.getJsonObject("annotations").getString("description")).contains("PSI 0.332, limit 0.171");
    }

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsThatOfTheStandard() {
        assertThat(Signature.of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII), "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource({
        "200,Accepted",
        "204,Accepted",
        "429,Deferred",
        "408,Deferred",
        "500,Deferred",
        "503,Deferred",
        "400,Refused",
        "401,Refused",
        "404,Refused",
        "410,Refused"
    })
    void everyAnswerHasItsMeaning(int answer, String fate) throws Exception {
        status.set(answer);
        assertThat(webhooks().deliver(envelope(address("/hook"))).values())
                .singleElement()
                .satisfies(each -> assertThat(each.getClass().getSimpleName()).isEqualTo(fate));
    }

    @Test
    void aServerThatNeverAnswersHoldsNothingUpForLong() throws Exception {
        assertThat(webhooks().deliver(envelope(address("/tarpit"), ME)))
                .containsEntry(ME, new Fate.Accepted())
                .containsEntry(
                        address("/tarpit"),
                        new Fate.Deferred(Fate.Cause.SERVER, "the webhook was not reached: TimeoutException"));
    }

    @Test
    void aServerThatBeginsAnAnswerAndStallsHoldsNothingUpEither() throws Exception {
        assertThat(webhooks().deliver(envelope(address("/stalls"), ME)))
                .containsEntry(ME, new Fate.Accepted())
                .containsEntry(
                        address("/stalls"),
                        new Fate.Deferred(Fate.Cause.SERVER, "the webhook was not reached: TimeoutException"));
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws Exception {
        int closed;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = listening.getLocalPort();
        }
        String gone = "http://127.0.0.1:" + closed + "/";
        assertThat(webhooks().deliver(envelope(gone)).get(gone)).isInstanceOf(Fate.Deferred.class);
    }

    @Test
    void aSignedCallIsNotSentElsewhere() throws Exception {
        assertThat(webhooks().deliver(envelope(address("/elsewhere"))).values())
                .singleElement()
                .isInstanceOf(Fate.Refused.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void withoutItsSecretNothingIsSentUnsigned() throws Exception {
        Webhooks webhooks = new Webhooks(this::mail, AlertmanagerJson::of, Optional.of(folder + "/none"));
        assertThat(webhooks.deliver(envelope(address("/hook"))).values())
                .singleElement()
                .isInstanceOf(Fate.Deferred.class);
        assertThat(calls).isEmpty();
    }

    private Webhooks webhooks() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "key\n");
        return new Webhooks(this::mail, AlertmanagerJson::of, Optional.of(secret.toString()), Duration.ofMillis(700));
    }

    private Map<String, Fate> mail(Mailer.Envelope envelope) {
        mails.add(envelope);
        return envelope.recipients().stream().collect(Collectors.toMap(each -> each, each -> new Fate.Accepted()));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Mailer.Envelope envelope(String... addresses) throws Exception {
        return new Mailer.Envelope("x.1", List.of(addresses), ExampleMail.drift());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toLowerCase(Locale.ROOT),
                        each -> each.getValue().get(0)));
        calls.add(new Call(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }
}
