package io.leeway.bench;

import io.leeway.influx.Influxd;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long after its acknowledgement a row is part of the window's point in a real InfluxDB, while 1,000 rows a second come in for
 * another model. InfluxDB runs on the same processors and is asked every 20 ms.
 */
final class Freshness implements Part {
    private static final int CONNECTIONS = 2;
    private static final double ROWS_A_SECOND = 1_000;
    private static final long POLL_MILLIS = 20;
    private static final String PROBE = "probe";

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(plan.freshData().resolve("influx"));
        try (Influxd influx = Influxd.start(folder);
                ServiceProcess service = ServiceProcess.start(
                        folder.resolveSibling("service"),
                        Map.of(
                                "LEEWAY_SERIES",
                                "influx",
                                "LEEWAY_SERIES_URL",
                                influx.url().toString()))) {
            Traffic traffic = plan.usual().withRows(50);
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                var unused = load.open(plan.warm(), ROWS_A_SECOND);
                return List.of(table(probed(influx, service, traffic, () -> load.open(plan.run(), ROWS_A_SECOND))));
            }
        }
    }

    /** Posts row after row of another model for as long as the load goes on. */
    private Latencies probed(Influxd influx, ServiceProcess service, Traffic traffic, Callable<Phase> load)
            throws IOException, InterruptedException {
        Traffic single = traffic.withRows(1);
        Latencies latencies = new Latencies();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Phase> posting = thread.submit(load);
            for (long row = 0; !posting.isDone(); row++) {
                service.post(PROBE, single, row);
                long acknowledged = System.nanoTime();
                awaitRows(influx, row + 1);
                latencies.add(System.nanoTime() - acknowledged);
            }
            var unused = posting.get();
            return latencies;
        } catch (ExecutionException e) {
            throw new IOException("the load failed", e);
        } finally {
            thread.shutdown();
        }
    }

    private void awaitRows(Influxd influx, long rows) throws IOException, InterruptedException {
        while (rowsIn(influx) < rows) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** What the newest point of the probe's windows says; 0 before there is one. */
    private long rowsIn(Influxd influx) throws IOException, InterruptedException {
        String query =
                "SELECT last(n) FROM \"window\" WHERE model = '" + PROBE + "' AND \"window\" = '1h' AND version = '*'";
        URI uri = influx.url().resolve("/query?db=leeway&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        JsonObject result =
                new JsonObject(answer.body()).getJsonArray("results").getJsonObject(0);
        return result.containsKey("series")
                ? result.getJsonArray("series")
                        .getJsonObject(0)
                        .getJsonArray("values")
                        .getJsonArray(0)
                        .getLong(1)
                : 0;
    }

    private static Table table(Latencies latencies) {
        Table table = new Table(
                "From the acknowledgement of a row to its point in InfluxDB", "rows", "p50 ms", "p99 ms", "max ms");
        double[] millis = latencies.millis(0.5, 0.99, 1);
        table.add((long) latencies.size(), millis[0], millis[1], millis[2]);
        return table;
    }
}
