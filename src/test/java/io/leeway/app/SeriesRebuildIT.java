package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.influx.InfluxSeries;
import io.leeway.influx.InfluxSettings;
import io.leeway.influx.Influxd;
import io.leeway.series.Measurement;
import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real InfluxDB that loses everything. */
class SeriesRebuildIT {
    private static final Duration REBUILT_WITHIN = Duration.ofSeconds(40);

    private final LogClock clock = new LogClock(Shop.start(4));

    @TempDir
    private Path folder;

    @TempDir
    private Path database;

    @Test
    void aDatabaseThatWasDroppedIsWrittenAgainFromWhatIsKept() throws Exception {
        try (Influxd influx = Influxd.start(database);
                InfluxSeries series = new InfluxSeries(InfluxSettings.of(influx.url(), "leeway"))) {
            Set<Point> before = filled(influx, series);
            Service service = Service.start(settings(influx), clock);
            influx.query("DROP DATABASE leeway");
            assertThat(new Caller(service.address()).post("/v1/rebuild", "").status())
                    .isEqualTo(202);
            await().atMost(REBUILT_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> everything(series).equals(before));
            service.stop();
            influx.query("DROP DATABASE leeway");
            assertThat(Main.commandLine().execute("rebuild", "--series", "--config", file(influx)))
                    .isZero();
            assertThat(everything(series)).isEqualTo(before);
        }
    }

    /** What stands in the series when a service has written out all it owed. */
    private Set<Point> filled(Influxd influx, InfluxSeries series) throws Exception {
        Service service = Service.start(settings(influx), clock);
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        for (int day = 0; day < 4; day++) {
            assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(day, day == 1 ? 5 : 0))
                            .status())
                    .isEqualTo(200);
            assertThat(caller.post(Shop.PATH + "/labels", Shop.labels(day)).status())
                    .isEqualTo(200);
            assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
            service.settle();
        }
        service.stop();
        new SeriesOfShop(series).assertEveryRowStandsThereOnce();
        return everything(series);
    }

    private static Set<Point> everything(InfluxSeries series) throws SeriesUnavailableException {
        Set<Point> points = new HashSet<>();
        for (Measurement measurement : Vocabulary.measurements()) {
            points.addAll(new SeriesOfShop(series).read(measurement.name(), Map.of()));
        }
        return points;
    }

    private String file(Influxd influx) throws IOException {
        return Files.writeString(
                        folder.resolve("leeway.yml"),
                        "data: %s\nseries:\n  influx:\n    url: %s\n".formatted(data(), influx.url()))
                .toString();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Settings settings(Influxd influx) {
        Settings usual = Settings.embedded(data(), 0);
        return new Settings(
                usual.http(),
                data(),
                usual.alerts(),
                Optional.of(InfluxSettings.of(influx.url(), "leeway")),
                usual.mail(),
                usual.lanes(),
                usual.keepIncidents(),
                usual.limits());
    }
}
