package io.leeway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Labels that meet remembered predictions, and how much disk a remembered prediction takes. The predictions come in over HTTP
 * with a single feature, since memory keeps none. Between the two the service is stopped and its store compacted whole.
 */
final class LabelJoins implements Part {
    private static final int CONNECTIONS = 6;

    private static final List<String> MEMORY = List.of("memory-recent", "memory-pages", "memory-segments");

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Traffic traffic = plan.usual().withShape(new Rows(1, 0));
        Path data = plan.freshData();
        Phase filled = fill(data, traffic, plan.quick() ? 500_000 : 10_000_000);
        long remembered = filled.different() * traffic.rows();
        long bytes = Compaction.bytesOf(MEMORY, data.resolve("state"));
        Table table = new Table(
                "Labels of remembered predictions",
                "remembered",
                "disk bytes each",
                "labels",
                "labels/s",
                "s/million labels",
                "p50 ms",
                "p99 ms",
                "resident MB",
                "foreign cores");
        try (ServiceProcess service = ServiceProcess.start(data);
                Load load = Load.start(service, traffic.labels(), CONNECTIONS)) {
            Phase warm = Trial.of(service, load, it -> it.rows(remembered / 10)).phase();
            Trial trial = Trial.of(service, load, it -> it.rows(remembered / 2));
            Conservation.check(service.totals(traffic.labels()), traffic, List.of(warm, trial.phase()));
            table.add(
                    remembered,
                    (double) bytes / remembered,
                    trial.phase().rows(),
                    trial.phase().rowsASecond(),
                    trial.perMillion(),
                    trial.phase().p50(),
                    trial.phase().p99(),
                    Machine.residentMegabytes(service.pid()),
                    trial.foreignCores());
        }
        return List.of(table);
    }

    private static Phase fill(Path data, Traffic traffic, long rows) throws IOException {
        try (ServiceProcess service = ServiceProcess.start(data)) {
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                return Trial.of(service, load, it -> it.rows(rows)).phase();
            }
        }
    }
}
