package io.leeway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor seconds of the service for a million predictions, as a multiple of what a bare tokenizing loop needs for the same
 * bytes in the same process. Everything runs: HTTP, journal, two lanes, windows of an hour and a day against a reference set of
 * 10,000 rows, memory of every id, one post in twenty repeated, commits, reports, the embedded series.
 */
final class IngestCost implements Part {
    private static final int CONNECTIONS = 6;

    @Override
    public String name() {
        return "ingest";
    }

    /** One run; costs are processor seconds of the service for a million rows accepted. */
    private record Run(Phase phase, Usage usage, BareLoop.Cost bare) {
        double perMillion() {
            return usage.service().total() / phase.rows() * 1e6;
        }

        double perMillion(Role role) {
            return usage.service().byRole().getOrDefault(role, 0.0) / phase.rows() * 1e6;
        }

        double ratio() {
            return perMillion() / bare.tokens();
        }

        /** What threads had used that have ended meanwhile, mostly those of the compiler. */
        double ended() {
            double alive = usage.service().byRole().values().stream()
                    .mapToDouble(it -> it)
                    .sum();
            return (usage.service().total() - alive) / phase.rows() * 1e6;
        }
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            runs.add(run(plan));
        }
        return List.of(costs(plan, runs), threads(runs));
    }

    private static Run run(Plan plan) throws IOException {
        Traffic traffic = plan.usual();
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                Phase warm = phase(load, plan, plan.warm());
                service.settle(warm.position());
                Usage before = Usage.now(service, load);
                Phase phase = phase(load, plan, plan.run());
                service.settle(phase.position());
                Usage usage = Usage.now(service, load).since(before);
                Conservation.check(service.totals(traffic.model(0)), traffic, List.of(warm, phase));
                return new Run(phase, usage, service.bare(traffic));
            }
        }
    }

    private static Phase phase(Load load, Plan plan, Duration length) throws IOException {
        return plan.rate() == 0 ? load.closed(length) : load.open(length, plan.rate());
    }

    private static Table costs(Plan plan, List<Run> runs) {
        Table table = new Table(
                "Ingest cost, " + (plan.rate() == 0 ? "as fast as it goes" : "at " + plan.rate() + " rows/s")
                        + ": processor seconds a million rows",
                "run",
                "service",
                "bare loop",
                "ratio",
                "bare, values read",
                "generator",
                "rows/s",
                "bytes/row",
                "p50 ms",
                "p99 ms",
                "max ms",
                "busy answers",
                "foreign cores");
        int number = 1;
        for (Run run : runs) {
            table.add(
                    String.valueOf(number++),
                    run.perMillion(),
                    run.bare().tokens(),
                    run.ratio(),
                    run.bare().values(),
                    run.usage().load() / run.phase().rows() * 1e6,
                    run.phase().rowsASecond(),
                    run.bare().bytes(),
                    run.phase().p50(),
                    run.phase().p99(),
                    run.phase().max(),
                    run.phase().busy(),
                    Machine.marked(run.usage().foreignCores()));
        }
        return table;
    }

    private static Table threads(List<Run> runs) {
        Table table = new Table(
                "Where the service's seconds go: processor seconds a million rows", "threads", "median", "from to");
        for (Role role : Role.values()) {
            List<Double> figures =
                    runs.stream().map(run -> run.perMillion(role)).toList();
            table.add(role.text(), Sample.median(figures), Sample.spread(figures));
        }
        List<Double> ended = runs.stream().map(Run::ended).toList();
        table.add("threads that ended", Sample.median(ended), Sample.spread(ended));
        List<Double> all = runs.stream().map(Run::perMillion).toList();
        table.add("all", Sample.median(all), Sample.spread(all));
        List<Double> ratios = runs.stream().map(Run::ratio).toList();
        table.add("ratio", Sample.median(ratios), Sample.spread(ratios));
        return table;
    }
}
