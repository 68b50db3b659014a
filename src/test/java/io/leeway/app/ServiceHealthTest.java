package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.notify.MailSettings;
import io.leeway.state.Changes;
import io.leeway.state.Table;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service says of itself. */
class ServiceHealthTest {
    private final LogClock clock = new LogClock(Shop.MONDAY);

    @TempDir
    private Path folder;

    @Test
    void everyRowIsInTheMetersByWhatBecameOfIt() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        String rows = Shop.rows(0, 0, 20, 0);
        predictions(caller, rows);
        predictions(caller, rows + "\nbroken\n{\"id\":\"x\"}\n{\"id\":\"y\"}");
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        service.settle();
        assertThat(caller.get("/metrics").body())
                .contains("leeway_rows_received_total 43.0\n")
                .contains("leeway_rows_accepted_total 40.0\n")
                .contains("leeway_rows_rejected_total{reason=\"bad_row\"} 1.0\n")
                .contains("leeway_rows_rejected_total{reason=\"no_prediction\"} 2.0\n")
                .contains("leeway_rows_duplicates_total 20.0\n")
                .contains("leeway_requests_busy_total 0.0\n")
                .contains("leeway_intake_bytes 0.0\n")
                .containsPattern("leeway_journal_end [1-9]")
                .contains("leeway_lane_lag{lane=\"0\"} 0.0\n")
                .containsPattern("leeway_report_pass_seconds_count [1-9]")
                .containsPattern("leeway_windows_reported_total [1-9]")
                .contains("leeway_series_owed ", "leeway_series_points_written_total ")
                .contains("leeway_series_points_refused_total 0.0\n", "leeway_series_failures_total 0.0\n")
                .contains("leeway_incidents_open 0.0\n", "leeway_mails_queued 0.0\n")
                .contains("leeway_mails_sent_total 0.0\n", "leeway_mails_failed_total 0.0\n")
                .contains("vertx_http_server_")
                .contains("jvm_memory_used_bytes");
        service.stop();
    }

    @Test
    void mailThatCannotBeDeliveredIsNamedAndTheServiceIsReadyAllTheSame() throws Exception {
        Service service = Service.start(withoutMailServer(), clock);
        Caller caller = new Caller(service.address());
        assertThat(states(caller))
                .isEqualTo("counting up, journal up, store up, series up, rules up, mail up, audit up");
        Shop.open(caller);
        clock.set(Shop.start(3).plus(Shop.MORNING));
        predictions(caller, Shop.day(0, 5));
        predictions(caller, Shop.day(2, 0));
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        service.settle();
        assertThat(states(caller))
                .isEqualTo("counting up, journal up, store up, series up, rules up, mail degraded, audit up");
        assertThat(caller.get("/readyz").status()).isEqualTo(200);
        service.stop();
    }

    @Test
    void aLaneThatCannotGoOnIsNamedAndNothingMoreIsTakenInUntilItIsStartedOnSoundGround() throws Exception {
        Service sound = Service.start(Settings.embedded(folder, 0), clock);
        predictions(new Caller(sound.address()), Shop.rows(0, 0, 5, 0));
        sound.stop();
        damagePartials();
        Service damaged = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(damaged.address());
        predictions(caller, Shop.rows(0, 5, 10, 0));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> caller.get("/healthz").status() == 503);
        assertThat(caller.get("/healthz").body()).containsPattern("Lane \\d failed at journal position \\d+");
        assertThat(caller.get("/readyz").status()).isEqualTo(503);
        assertThat(states(caller)).startsWith("counting down, journal up");
        Caller.Reply refused = caller.post(Shop.PATH + "/predictions", Shop.rows(1, 0, 1, 0));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("failed at journal position");
        damaged.stop();
        assertThatThrownBy(() -> Service.start(Settings.embedded(folder, 0), clock))
                .hasStackTraceContaining("a lane cannot apply the journal's entry");
    }

    private void damagePartials() throws IOException {
        Table partials = new Table("partials");
        try (Stores stores = Stores.open(folder)) {
            Changes changes = new Changes();
            stores.store().scan(partials, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
                changes.put(partials, key, new byte[] {99});
                return true;
            });
            assertThat(changes.isEmpty()).isFalse();
            stores.store().commit(changes);
        }
    }

    /** Mail goes to a port on which nobody listens. */
    private Settings withoutMailServer() throws IOException {
        Settings usual = Settings.embedded(folder, 0);
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Settings(
                    usual.http(),
                    folder,
                    usual.alerts(),
                    usual.influx(),
                    Optional.of(new MailSettings.Server(
                            "127.0.0.1", closed.getLocalPort(), MailSettings.Tls.NONE, Optional.empty())),
                    usual.lanes(),
                    usual.keepIncidents(),
                    usual.limits());
        }
    }

    private static void predictions(Caller caller, String rows) throws IOException {
        assertThat(caller.post(Shop.PATH + "/predictions", rows).status()).isEqualTo(200);
    }

    private static String states(Caller caller) throws IOException {
        List<String> states = caller.get("/readyz").json().getJsonArray("probes").stream()
                .map(JsonObject.class::cast)
                .map(probe -> probe.getString("name") + " " + probe.getString("state"))
                .toList();
        return String.join(", ", states);
    }
}
