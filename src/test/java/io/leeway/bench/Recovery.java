package io.leeway.bench;

import io.leeway.app.Backlog;
import io.leeway.ingest.JournalException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long the service takes to be there again when a crash left five million rows in the journal that no lane has committed. Lanes
 * commit so often that a real crash leaves few, so the rows are put into the journal of a stopped service.
 */
final class Recovery implements Part {
    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Traffic traffic = plan.usual();
        Path data = plan.freshData();
        try (ServiceProcess service = ServiceProcess.start(data)) {
            service.prepare(traffic);
            service.settle();
        }
        Table table = new Table("From the start of the process", "rows behind", "listens after s", "reported after s");
        add(table, data, traffic, 0);
        long rows = plan.quick() ? 500_000 : 5_000_000;
        fill(data, traffic, rows);
        add(table, data, traffic, rows);
        return List.of(table);
    }

    private static void fill(Path data, Traffic traffic, long rows) throws IOException {
        List<Post> posts = traffic.posts();
        try {
            Backlog.fill(
                    data,
                    traffic.model(0),
                    LongStream.range(0, rows / traffic.rows()).mapToObj(number -> traffic.bytes(posts, number)));
        } catch (JournalException e) {
            throw new IOException("filling the journal", e);
        }
    }

    /** Starts the service, which must know all rows once it has reported. */
    private static void add(Table table, Path data, Traffic traffic, long rows) throws IOException {
        long began = System.nanoTime();
        try (ServiceProcess service = ServiceProcess.start(data)) {
            double listens = (System.nanoTime() - began) / 1e9;
            JsonObject totals = service.totals(traffic);
            if (totals.getLong("counted") != rows) {
                throw new IllegalStateException(rows + " rows were in the journal, but the service says " + totals);
            }
            table.add(rows, listens, (System.nanoTime() - began) / 1e9);
        }
    }
}
