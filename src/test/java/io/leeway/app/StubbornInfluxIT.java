package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.influx.InfluxSettings;
import io.leeway.influx.StubbornServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An InfluxDB that takes a request and never answers. */
class StubbornInfluxIT {
    /** Longer than the test takes: whoever waited for the server would be seen to. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration AN_ANSWER = Duration.ofSeconds(20);

    private final LogClock clock = new LogClock(Shop.start(6));

    @TempDir
    private Path data;

    @Test
    void rowsAreTakenCountedAndReportedWhileInfluxHangs() throws Exception {
        StubbornServer influx = StubbornServer.silent();
        Service service = Service.start(settings(influx), clock);
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(0, 0)).status())
                .isEqualTo(200);
        await().until(() -> influx.connections() > 0);
        long began = System.nanoTime();
        for (int day = 1; day < 5; day++) {
            assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(day, 0)).status())
                    .isEqualTo(200);
        }
        JsonObject model = caller.getReported(Shop.PATH).json();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AN_ANSWER);
        assertThat(model.getJsonObject("predictions").getLong("counted")).isEqualTo(5 * Shop.A_DAY);
        assertThat(owed(caller)).isPositive();
        influx.close();
        service.stop();
    }

    private static double owed(Caller caller) throws IOException {
        return caller.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("leeway_series_owed "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private Settings settings(StubbornServer influx) {
        Settings usual = Settings.embedded(data, 0);
        return new Settings(
                usual.http(),
                data,
                usual.alerts(),
                Optional.of(InfluxSettings.of(influx.url(), "leeway").withPatience(PATIENCE)),
                usual.mail(),
                usual.lanes(),
                usual.keepIncidents(),
                usual.limits());
    }
}
