package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.mail.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was measured to fail in Prometheus Alertmanager 0.25, against the whole service: a crash loses the end of an
 * incident and repeats its beginning; what comes and goes during an outage is never told; one dead recipient silences all;
 * a server that never answers freezes everything; a mail refused behind its last dot counts as sent; silence about data is
 * read as health.
 */
class AlertmanagersFailuresTest {
    private static final String A = "a@example.org";
    private static final String B = "b@example.org";

    private final LogClock clock = new LogClock(Shop.MONDAY);
    private final List<Service> services = new ArrayList<>();

    @TempDir
    private Path folder;

    private FaultyServer server;

    AlertmanagersFailuresTest() throws IOException {
        server = new FaultyServer();
    }

    @BeforeEach
    void writeRules() throws IOException {
        Files.createDirectories(folder.resolve("alerts"));
        Files.copy(Path.of("alerts/drift.yml"), folder.resolve("alerts/drift.yml"));
    }

    @AfterEach
    void stop() throws IOException {
        services.forEach(Service::stop);
        server.close();
    }

    @Test
    void aCrashSecondsAfterAMailLosesNoEndAndRepeatsNoBeginning() throws Exception {
        Caller before = opened(start("before", server.port()));
        drift(before);
        assertThat(subjects()).singleElement().asString().startsWith("[WARNING]");
        copy(folder.resolve("before"), folder.resolve("behind"));
        Service behind = start("behind", server.port());
        behind.settle();
        assertThat(subjects()).as("nothing is announced again").hasSize(1);
        recover(new Caller(behind.address()));
        assertThat(subjects()).hasSize(2);
        assertThat(server.taken().get(1).header("In-Reply-To"))
                .isEqualTo(server.taken().get(0).header("Message-ID"));
        assertThat(subjects().get(1)).startsWith("[RESOLVED]");
    }

    @Test
    void whatComesAndGoesWhileTheMailServerIsDownIsTold() throws Exception {
        int port = server.port();
        server.close();
        Caller caller = opened(start("data", port));
        drift(caller);
        recover(caller);
        server = new FaultyServer(port);
        later(Duration.ofMinutes(195));
        assertThat(subjects()).singleElement().asString().startsWith("[RESOLVED]");
        String mail = unfolded(server.taken().get(0).mail());
        assertThat(mail)
                .contains("Since:", "Until:", "Worst:", "This mail was delayed", "[WARNING] of 6 March 2024")
                .containsIgnoringCase("connect");
    }

    @Test
    void oneDeadRecipientSilencesNobody() throws Exception {
        server.answering("RCPT TO:<" + A, "550 no such user");
        Service service = start("data", server.port());
        Caller caller = opened(service);
        drift(caller);
        await().until(() -> server.taken().size() == 2);
        assertThat(server.taken())
                .allSatisfy(taken -> assertThat(taken.recipients()).containsExactly(B));
        assertThat(subjects().get(0)).startsWith("[WARNING]");
        assertThat(subjects().get(1)).startsWith("[UNDELIVERED]").contains(A);
        int connections = server.connections();
        later(Duration.ofDays(1));
        assertThat(server.connections())
                .as("a permanent error is not tried again")
                .isEqualTo(connections);
    }

    @Test
    void aServerThatNeverGreetsFreezesNothing() throws Exception {
        server.answering("GREETING", FaultyServer.SILENCE);
        Caller caller = opened(start("data", server.port()));
        drift(caller);
        assertThat(caller.get("/readyz").body()).contains("\"name\":\"mail\",\"state\":\"degraded\"");
        server.answering("GREETING", "220 awake");
        recover(caller);
        later(Duration.ofMinutes(15));
        assertThat(subjects()).last().asString().startsWith("[RESOLVED]");
    }

    @Test
    void aServerThatDripsFreezesNothing() throws Exception {
        server.answering("GREETING", FaultyServer.DRIP);
        Caller caller = opened(start("data", server.port()));
        drift(caller);
        assertThat(caller.get("/readyz").body()).contains("the whole attempt took too long");
        server.answering("GREETING", "220 awake");
        later(Duration.ofMinutes(1));
        assertThat(subjects()).singleElement().asString().startsWith("[WARNING]");
    }

    @Test
    void aMailRefusedBehindItsLastDotIsNotCountedAsSent() throws Exception {
        server.answering(".", "554 looks like spam");
        Caller caller = opened(start("data", server.port()));
        drift(caller);
        assertThat(caller.get("/metrics").body())
                .contains("leeway_mails_sent_total 0.0\n", "leeway_mails_failed_total 1.0\n");
        assertThat(caller.get("/v1/mails").body())
                .contains("\"state\":\"failed\"")
                .doesNotContain("\"sent\"");
        server.answering(".", "250 taken");
        recover(caller);
        assertThat(subjects()).singleElement().asString().startsWith("[RESOLVED]");
    }

    @Test
    void whereDataIsMissingNothingIsResolved() throws Exception {
        Caller caller = opened(start("data", server.port()));
        drift(caller);
        clock.set(Shop.start(16));
        post(caller, Shop.rows(9, 0, 10, 0));
        post(caller, Shop.rows(15, 0, 1, 0));
        settle();
        assertThat(caller.get("/v1/incidents").body()).contains("\"state\":\"open\"");
        assertThat(subjects()).hasSize(1);
    }

    private Caller opened(Service service) throws IOException {
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        return caller;
    }

    /** A day that drifts by far, and an hour of the next, so that it closes. */
    private void drift(Caller caller) throws IOException {
        clock.set(Shop.start(2).plus(Duration.ofHours(2)));
        post(caller, Shop.day(0, 0));
        post(caller, Shop.day(1, 5));
        post(caller, Shop.rows(2, 0, 20, 0));
        settle();
    }

    private void recover(Caller caller) throws IOException {
        clock.set(Shop.start(4).plus(Duration.ofHours(2)));
        post(caller, Shop.rows(2, 20, Shop.A_DAY, 0));
        post(caller, Shop.day(3, 0));
        post(caller, Shop.rows(4, 0, 20, 0));
        settle();
    }

    private void later(Duration duration) {
        clock.set(clock.instant().plus(duration));
        settle();
    }

    private void settle() {
        services.get(services.size() - 1).settle();
    }

    private void post(Caller caller, String rows) throws IOException {
        assertThat(caller.post(Shop.PATH + "/predictions", rows).status()).isEqualTo(200);
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
    }

    private List<String> subjects() {
        return server.taken().stream().map(taken -> taken.header("Subject")).toList();
    }

    /** Quoted-printable lines put together again. */
    private static String unfolded(String mail) {
        return mail.replace("=\r\n", "");
    }

    private Service start(String data, int port) throws Exception {
        Files.writeString(folder.resolve("alerts/receivers.yml"), """
                version: 1
                mail:
                  from: leeway@example.org
                  message_id_domain: example.org
                  timeouts: {connect: 1s, read: 1s, write: 1s, whole_attempt: 1s}
                  servers: [{host: 127.0.0.1, port: %d, tls: none}]
                receivers:
                  on-call: {email: [%s, %s]}
                """.formatted(port, A, B));
        Settings settings = Settings.embedded(folder.resolve(data), 0).withAlerts(folder.resolve("alerts"));
        Service service = Service.start(settings, clock);
        services.add(service);
        return service;
    }

    /** What a process that is killed leaves behind. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
