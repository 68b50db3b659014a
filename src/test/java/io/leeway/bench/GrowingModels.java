package io.leeway.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What more models and more features cost. A feature-window is one feature of one model in one open window of the smallest size,
 * all lanes together (larger windows are sums of them); its memory is what the heap after a collection has grown by since before
 * the first row, divided by their number. Every reference set has 1,000 rows.
 */
final class GrowingModels implements Part {
    private static final int CONNECTIONS = 6;
    private static final int REFERENCE = 1_000;

    /** Score and prediction are watched as features are. */
    private static final int ANSWERS = 2;

    @Override
    public String name() {
        return "models";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Table table = new Table(
                "Cost and memory as models and features become more",
                "models",
                "features",
                "rows",
                "s/million rows",
                "s/100 million values",
                "heap MB before",
                "heap MB after",
                "bytes/feature-window",
                "resident MB",
                "foreign cores");
        Traffic numeric = plan.usual().withShape(new Rows(20, 0));
        long values = plan.quick() ? 2_000_000 : 20_000_000;
        for (int models : powersOfTen(1, plan.quick() ? 100 : 1_000)) {
            add(table, plan, numeric.withModels(models), values / 20);
        }
        for (int features : powersOfTen(10, 1_000)) {
            Traffic traffic = numeric.withShape(new Rows(features, 0)).withRows(5_000 / features);
            add(table, plan, traffic, values / features);
        }
        return List.of(table);
    }

    private static void add(Table table, Plan plan, Traffic traffic, long rows) throws IOException {
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic, REFERENCE);
            service.settle();
            long before = service.heap();
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                Trial trial = Trial.of(service, load, it -> it.rows(rows));
                long after = service.heap();
                int features = traffic.shape().numbers();
                table.add(
                        (long) traffic.models(),
                        (long) features,
                        trial.phase().rows(),
                        trial.perMillion(),
                        trial.perMillion() * 100 / features,
                        before >> 20,
                        after >> 20,
                        (after - before) / ((long) traffic.models() * (features + ANSWERS)),
                        Machine.residentMegabytes(service.pid()),
                        trial.foreignCores());
            }
        }
    }

    private static int[] powersOfTen(int from, int to) {
        return IntStream.iterate(from, it -> it <= to, it -> it * 10).toArray();
    }
}
