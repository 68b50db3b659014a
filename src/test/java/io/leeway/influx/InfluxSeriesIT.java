package io.leeway.influx;

import io.leeway.series.SeriesContract;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every store of series does, by a real InfluxDB 1.x. */
class InfluxSeriesIT implements SeriesContract {
    @TempDir
    private static Path folder;

    private static Influxd server;
    private static int databases;

    private InfluxSeries series;

    @BeforeAll
    static void start() throws IOException {
        server = Influxd.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        databases++;
        series = new InfluxSeries(InfluxSettings.of(server.url(), "test \"" + databases));
    }

    @AfterEach
    void close() {
        series.close();
    }

    @Override
    public SeriesWriter writer() {
        return series;
    }

    @Override
    public SeriesReader reader() {
        return series;
    }
}
