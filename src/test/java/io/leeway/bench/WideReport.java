package io.leeway.bench;

import java.io.IOException;
import java.util.List;

/**
 * How long it takes to report a window of a model with 1,000 numbers: from the acknowledgement of a post until its rows are
 * counted, committed and reported for both window sizes, again and again while the windows are open.
 */
final class WideReport implements Part {
    private static final int FEATURES = 1_000;
    private static final int ROWS = 5;
    private static final int REFERENCE = 1_000;

    @Override
    public String name() {
        return "report";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        int posts = plan.quick() ? 20 : 200;
        Traffic traffic = plan.usual().withShape(new Rows(FEATURES, 0)).withRows(ROWS);
        Table table = new Table(
                "Reporting 1,000 features", "posts", "p50 ms", "p99 ms", "max ms", "reporter's processor ms a post");
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic, REFERENCE);
            Latencies unused = latencies(service, traffic, 0, posts);
            Cpu before = Cpu.of(service.pid());
            double[] millis = latencies(service, traffic, posts, 2 * posts).millis(0.5, 0.99, 1);
            double seconds = Cpu.of(service.pid()).since(before).byRole().getOrDefault(Role.REPORTER, 0.0);
            table.add((long) posts, millis[0], millis[1], millis[2], seconds * 1e3 / posts);
        }
        return List.of(table);
    }

    private static Latencies latencies(ServiceProcess service, Traffic traffic, int from, int to) throws IOException {
        Latencies latencies = new Latencies();
        for (int post = from; post < to; post++) {
            service.post(traffic.model(post), traffic, post);
            long acknowledged = System.nanoTime();
            service.settle();
            latencies.add(System.nanoTime() - acknowledged);
        }
        return latencies;
    }
}
