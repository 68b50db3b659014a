package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.influx.Gate;
import io.leeway.influx.InfluxSeries;
import io.leeway.influx.InfluxSettings;
import io.leeway.influx.Influxd;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real InfluxDB that is away when the service starts, and once more later; or that is there and refuses. */
class InfluxOutageIT {
    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(40);

    private final LogClock clock = new LogClock(Shop.MONDAY);

    @TempDir
    private Path data;

    @TempDir
    private Path database;

    @Test
    void whatIsReportedWhileInfluxIsAwayStandsThereOnceItIsBack() throws Exception {
        try (Influxd influx = Influxd.start(database)) {
            influx.kill();
            Service service = Service.start(settings(influx(influx)), clock);
            Caller caller = new Caller(service.address());
            Shop.open(caller);
            days(caller, 0, 2);
            assertThat(seriesOf(caller.get("/readyz"))).isEqualTo("degraded");
            influx.restart();
            awaitCaughtUp(caller, influx);
            assertThat(seriesOf(caller.get("/readyz"))).isEqualTo("up");
            influx.kill();
            days(caller, 2, 4);
            assertThat(seriesOf(caller.get("/readyz"))).isEqualTo("degraded");
            influx.restart();
            awaitCaughtUp(caller, influx);
            service.settle();
            service.stop();
            try (InfluxSeries series = new InfluxSeries(influx(influx))) {
                new SeriesOfShop(series).assertEveryRowStandsThereOnce();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void whatIsReportedWhileInfluxRefusesStandsThereOnceItTakes(int status) throws Exception {
        try (Influxd influx = Influxd.start(database);
                Gate gate = new Gate(influx.url())) {
            Service service = Service.start(settings(InfluxSettings.of(gate.url(), "leeway")), clock);
            Caller caller = new Caller(service.address());
            Shop.open(caller);
            days(caller, 0, 2);
            awaitCaughtUp(caller, influx);
            gate.shut(status);
            days(caller, 2, 4);
            await().atMost(CATCHES_UP_WITHIN)
                    .until(() -> seriesOf(caller.get("/readyz")).equals("degraded"));
            assertThat(caller.get("/readyz").body()).contains(String.valueOf(status));
            gate.open();
            awaitCaughtUp(caller, influx);
            assertThat(seriesOf(caller.get("/readyz"))).isEqualTo("up");
            service.settle();
            service.stop();
            try (InfluxSeries series = new InfluxSeries(influx(influx))) {
                new SeriesOfShop(series).assertEveryRowStandsThereOnce();
            }
        }
    }

    private void days(Caller caller, int from, int to) throws IOException {
        for (int day = from; day < to; day++) {
            clock.set(Shop.start(day + 1));
            assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(day, day == 2 ? 5 : 0))
                            .status())
                    .isEqualTo(200);
            assertThat(caller.post(Shop.PATH + "/labels", Shop.labels(day)).status())
                    .isEqualTo(200);
            assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        }
    }

    private static void awaitCaughtUp(Caller caller, Influxd influx) {
        try (InfluxSeries series = new InfluxSeries(influx(influx))) {
            await().atMost(CATCHES_UP_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> new SeriesOfShop(series).isAsReportedBy(caller));
        }
    }

    /** How the readiness page says the series are; the service as a whole is ready all the while. */
    private static String seriesOf(Caller.Reply readiness) {
        assertThat(readiness.status()).isEqualTo(200);
        return readiness.json().getJsonArray("probes").stream()
                .map(JsonObject.class::cast)
                .filter(probe -> probe.getString("name").equals("series"))
                .map(probe -> probe.getString("state"))
                .findFirst()
                .orElseThrow();
    }

    private Settings settings(InfluxSettings influx) {
        Settings usual = Settings.embedded(data, 0);
        return new Settings(
                usual.http(),
                data,
                usual.alerts(),
                Optional.of(influx),
                usual.mail(),
                usual.lanes(),
                usual.keepIncidents(),
                usual.limits());
    }

    private static InfluxSettings influx(Influxd influx) {
        return InfluxSettings.of(influx.url(), "leeway");
    }
}
