package io.leeway.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.series.Point;
import io.leeway.series.SeriesContract;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesWriter;
import io.leeway.state.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksSeriesTest implements SeriesContract {
    @TempDir
    private Path folder;

    private Store store;
    private RocksSeries series;

    @BeforeEach
    void open() {
        store = RocksStore.open(folder, List.of(RocksSeries.TABLE));
        series = new RocksSeries(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public boolean drops() {
        return true;
    }

    @Override
    public SeriesWriter writer() {
        return series;
    }

    @Override
    public SeriesReader reader() {
        return series;
    }

    @Test
    void aReadVisitsOnlyItsTimeOfEverySeries() throws Exception {
        Instant start = Instant.parse("2001-03-05T00:00:00Z");
        List<Point> points = new ArrayList<>();
        for (int series = 0; series < 20; series++) {
            for (int second = 0; second < 100; second++) {
                points.add(ingest("model " + series, start.plusSeconds(second)));
            }
        }
        assertThat(series.write(points)).isEmpty();
        AtomicInteger visited = new AtomicInteger();
        RocksSeries counted = new RocksSeries(new CountingStore(store, visited));
        assertThat(counted.read("ingest", Map.of("version", "1"), start.plusSeconds(50), start.plusSeconds(52)))
                .hasSize(40);
        assertThat(visited).hasValueLessThanOrEqualTo(20 * 4);
    }

    private static Point ingest(String model, Instant time) {
        return new Point("ingest", time, new TreeMap<>(Map.of("model", model, "version", "1")), Map.of("n", 1L));
    }

    @Test
    void anyTimeCanBeWritten() throws Exception {
        Map<String, String> tags = new TreeMap<>(Map.of("model", "delays", "version", "1"));
        Point first = new Point("ingest", Instant.parse("-9999-01-01T00:00:00Z"), tags, Map.of("n", 1L));
        Point before1970 = new Point("ingest", Instant.parse("1969-12-31T23:59:59.999999999Z"), tags, Map.of("n", 2L));
        Point last = new Point("ingest", Instant.MAX.minusNanos(1), tags, Map.of("n", 3L));
        assertThat(series.write(List.of(last, before1970, first))).isEmpty();
        assertThat(series.read("ingest", tags, Instant.MIN, Instant.MAX)).containsExactly(first, before1970, last);
        assertThat(series.read("ingest", Map.of(), Instant.EPOCH, Instant.MAX)).containsExactly(last);
    }
}
