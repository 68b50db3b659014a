package io.leeway.bench;

import java.io.IOException;
import java.util.List;

/**
 * Rows a second that are held, and how long an acknowledgement takes: as fast as it goes, at a steady 100,000 rows a second, and
 * row by row from 200 connections as model servers log. Latency is a client's, on the same processors as the service.
 */
final class Latency implements Part {
    private static final long STEADY = 100_000;
    private static final int FEW = 6;
    private static final int SOME = 16;
    private static final int MANY = 200;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Table table = new Table(
                "Throughput and latency of acknowledgements",
                "load",
                "connections",
                "rows/post",
                "rows/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "busy answers",
                "service cores",
                "generator cores",
                "foreign cores");
        Traffic usual = plan.usual();
        Traffic single = usual.withRows(1);
        add(table, "as fast as it goes", usual, FEW, run(plan, usual, FEW, it -> it.closed(plan.sustained())));
        add(
                table,
                "steady %,d rows/s".formatted(STEADY),
                usual,
                SOME,
                run(plan, usual, SOME, it -> it.open(plan.run(), STEADY)));
        Trial most = run(plan, single, MANY, it -> it.closed(plan.run()));
        add(table, "as fast as it goes", single, MANY, most);
        double half = most.phase().rowsASecond() / 2;
        add(table, "half of that, steady", single, MANY, run(plan, single, MANY, it -> it.open(plan.run(), half)));
        return List.of(table);
    }

    private static Trial run(Plan plan, Traffic traffic, int connections, Trial.Posting posting) throws IOException {
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, connections)) {
                Phase warm =
                        Trial.of(service, load, it -> it.closed(plan.warm())).phase();
                Trial trial = Trial.of(service, load, posting);
                Conservation.check(service.totals(traffic), traffic, List.of(warm, trial.phase()));
                return trial;
            }
        }
    }

    private static void add(Table table, String name, Traffic traffic, int connections, Trial trial) {
        Phase phase = trial.phase();
        table.add(
                name,
                (long) connections,
                (long) traffic.rows(),
                phase.rowsASecond(),
                phase.p50(),
                phase.p99(),
                phase.max(),
                phase.busy(),
                trial.usage().service().total() / trial.usage().seconds(),
                trial.usage().load() / trial.usage().seconds(),
                trial.foreignCores());
    }
}
