package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.app.verticle.SeriesVerticle;
import io.leeway.monitor.WindowPoints;
import io.leeway.rocks.RocksSeries;
import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.state.Changes;
import io.leeway.state.Table;
import io.leeway.telemetry.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of points when writing them fails in a way that nobody foresaw. */
class FailingOutputsTest {
    private final LogClock clock = new LogClock(Shop.start(3));
    private final AtomicBoolean broken = new AtomicBoolean(true);

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenIsNamedAndWrittenOnceItCan() throws Exception {
        reportADay();
        Vertx vertx = Vertx.vertx();
        try (Stores stores = Stores.open(folder)) {
            everythingIsOwedAgain(stores);
            SeriesVerticle series =
                    new SeriesVerticle(stores.store(), failing(new RocksSeries(stores.store())), meter());
            assertThat(vertx.deployVerticle(series).await()).isNotEmpty();
            await().until(() -> series.trouble().isPresent());
            assertThat(new WindowPoints(stores.store()).size()).isPositive();
            broken.set(false);
            await().until(() -> series.trouble().isEmpty() && new WindowPoints(stores.store()).size() == 0);
            vertx.close().await();
        }
    }

    private void reportADay() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(0, 0)).status())
                .isEqualTo(200);
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        service.stop();
    }

    private static void everythingIsOwedAgain(Stores stores) {
        Changes changes = new Changes();
        stores.store().scan(new Table("reports"), new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            changes.put(new Table("to-store"), key, new byte[] {1});
            return true;
        });
        stores.store().commit(changes);
    }

    private static ServiceMeters meter() {
        return new ServiceMeters(new Meters(new SimpleMeterRegistry()));
    }

    private SeriesWriter failing(SeriesWriter sound) {
        return new SeriesWriter() {
            @Override
            public List<Refusal> write(List<Point> points) throws SeriesUnavailableException {
                if (broken.get()) {
                    throw new IllegalStateException("nobody foresaw this");
                }
                return sound.write(points);
            }

            @Override
            public boolean reachable() {
                return true;
            }

            @Override
            public void close() {
                sound.close();
            }
        };
    }
}
