package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.leeway.alert.Level;
import io.leeway.app.demo.LogClock;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.Judging;
import io.leeway.app.verticle.MailVerticle;
import io.leeway.app.verticle.PulseVerticle;
import io.leeway.links.Seal;
import io.leeway.mail.FaultyServer;
import io.leeway.mail.SmtpMailer;
import io.leeway.monitor.StoredReports;
import io.leeway.notify.Heartbeat;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import io.leeway.telemetry.Meters;
import io.leeway.yaml.AlertFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign of life comes when everything works, and at no other time. */
class PulseTest {
    private final LogClock clock = new LogClock(Instant.parse("2026-03-03T07:59:59Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final FaultyServer server = new FaultyServer();
    private final HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    @TempDir
    private Path folder;

    PulseTest() throws IOException {}

    @BeforeEach
    void listen() {
        outside.createContext("/secret", exchange -> {
            pings.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterEach
    void stop() throws IOException {
        vertx.close().await();
        outside.stop(0);
        server.close();
    }

    @Test
    void somebodyOutsideIsToldWhenRulesStoreAndMailServerAllWork() throws Exception {
        try (Stores stores = Stores.open(folder)) {
            assertThat(pulse(stores.store()).beat().await()).isEmpty();
            assertThat(pings).hasValue(1);
            assertThat(meters.get("leeway.pings").counter().count()).isEqualTo(1);
            assertThat(meters.get("leeway.pings.missed").counter().count()).isZero();
        }
    }

    @Test
    void nobodyIsToldWhenTheMailServerDoesNotAnswer() throws Exception {
        server.answering("NOOP", "421 going");
        try (Stores stores = Stores.open(folder)) {
            PulseVerticle pulse = pulse(stores.store());
            assertThat(pulse.beat().await()).get().asString().contains("NOOP");
            assertThat(pulse.trouble()).isPresent();
            server.answering("NOOP", "250 here");
            assertThat(pulse.beat().await()).isEmpty();
            assertThat(pings).hasValue(1);
            assertThat(meters.get("leeway.pings.missed").counter().count()).isEqualTo(1);
        }
    }

    @Test
    void nobodyIsToldWhenTheStoreTakesNoCommit() throws Exception {
        try (Stores stores = Stores.open(folder)) {
            assertThat(pulse(new FullStore(stores.store())).beat().await())
                    .get()
                    .asString()
                    .contains("takes no commit");
            assertThat(pings).hasValue(0);
        }
    }

    @Test
    void nobodyIsToldWhenTheRulesFail() throws Exception {
        try (Stores stores = Stores.open(folder)) {
            PulseVerticle pulse = pulse(stores.store());
            Changes nonsense = new Changes();
            nonsense.put(new Table("to-judge"), new byte[] {1}, new byte[] {1});
            stores.store().commit(nonsense);
            assertThat(pulse.beat().await()).get().asString().contains("what they have not seen waits");
            assertThat(pings).hasValue(0);
        }
    }

    @Test
    void aPingThatIsNotHeardIsNamedWithoutItsAddress() throws Exception {
        status.set(503);
        try (Stores stores = Stores.open(folder)) {
            assertThat(pulse(stores.store()).beat().await()).contains("the ping was answered 503");
            outside.stop(0);
            assertThat(pulse(stores.store()).beat().await())
                    .get()
                    .asString()
                    .startsWith("the ping was not heard")
                    .doesNotContain("secret");
        }
    }

    @Test
    void aMailComesOnceADayAndSaysHowItIs() throws Exception {
        try (Stores stores = Stores.open(folder)) {
            PulseVerticle pulse = pulse(stores.store());
            assertThat(pulse.beat().await()).isEmpty();
            assertThat(server.taken()).isEmpty();
            clock.set(Instant.parse("2026-03-03T08:00:00Z"));
            assertThat(pulse.beat().await()).isEmpty();
            assertThat(pulse.beat().await()).isEmpty();
            await().until(() -> server.taken().size() == 1);
            String mail = server.taken().get(0).mail();
            assertThat(mail)
                    .contains("Subject: [ALIVE] Leeway watches", "Message-ID: <heartbeat-20260303.1@example.org>")
                    .contains("Leeway is alive: models watched 0, open incidents 0.", "Oldest unsent: none waits")
                    .contains("Rules asked: 2026-03-03T08:00:00Z", "nobody is watching");
            clock.set(Instant.parse("2026-03-04T09:00:00Z"));
            assertThat(pulse.beat().await()).isEmpty();
            await().until(() -> server.taken().size() == 2);
        }
    }

    private PulseVerticle pulse(Store store) throws Exception {
        Path url = Files.writeString(
                folder.resolve("url"),
                "http://127.0.0.1:" + outside.getAddress().getPort() + "/secret\n");
        Heartbeat heartbeat = new Heartbeat(Optional.of("on-call"), LocalTime.of(8, 0), Optional.of(url.toString()));
        MailSettings settings = new MailSettings(
                "leeway@example.org",
                Optional.empty(),
                "example.org",
                List.of(new MailSettings.Server("127.0.0.1", server.port(), MailSettings.Tls.NONE, Optional.empty())),
                MailSettings.Timeouts.DEFAULTS,
                heartbeat,
                Optional.empty());
        Receivers receivers = new Receivers(
                settings,
                Optional.empty(),
                Map.of("on-call", new Receiver("on-call", List.of("me@example.org"), Level.WARNING)));
        Desk desk = new Desk(store, new Seal(new byte[32]), new AlertFiles(List.of(), receivers), settings);
        StoredReports reports = new StoredReports(store, 1, new StandingStill());
        ServiceMeters meter = new ServiceMeters(new Meters(meters));
        SmtpMailer mailer = new SmtpMailer(settings);
        MailVerticle mails = new MailVerticle(() -> desk.outbox(mailer), meter, clock);
        AlertVerticle rules = new AlertVerticle(
                new Judging(
                        store,
                        () -> desk.open(URI.create("http://127.0.0.1"), reports),
                        new Judging.Keeping(Settings.KEEP_INCIDENTS, dropped -> {})),
                clock);
        PulseVerticle pulse = Desk.pulse(() -> desk, rules, mails, new Desk.Vital(reports, clock, meter));
        assertThat(vertx.deployVerticle(mails).await()).isNotEmpty();
        assertThat(vertx.deployVerticle(rules).await()).isNotEmpty();
        assertThat(vertx.deployVerticle(pulse).await()).isNotEmpty();
        return pulse;
    }

    /** A service that nobody writes to. */
    private static final class StandingStill implements StoredReports.Progress {
        @Override
        public CompletionStage<Void> reached(long position) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public long accepted(String model) {
            return 0;
        }
    }

    /** A store that can be read. */
    private record FullStore(Store store) implements Store {
        @Override
        public Optional<byte[]> get(Table table, byte[] key) {
            return store.get(table, key);
        }

        @Override
        public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
            store.scan(table, from, to, visitor);
        }

        @Override
        public void commit(Changes changes) {
            if (!changes.isEmpty()) {
                throw new StoreException("no space left", true, new IOException("no space left"));
            }
        }

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }
}
