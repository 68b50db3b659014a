package io.leeway.influx;

import io.leeway.series.SeriesContract;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every store of series does, by a real InfluxDB 1.x. */
class InfluxSeriesIT implements SeriesContract {
    @TempDir
    private static Path folder;

    @AutoClose
    private static Influxd server;

    private static int databases;

    @AutoClose
    private InfluxSeries series;

    @BeforeAll
    static void start() throws IOException {
        server = Influxd.start(folder);
    }

    @BeforeEach
    void open() {
        databases++;
        series = new InfluxSeries(InfluxSettings.of(server.url(), "test \"" + databases));
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
