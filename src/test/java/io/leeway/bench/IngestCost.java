package io.leeway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

    /** A trial and what it is held against. */
    private record Run(Trial trial, BareLoop.Cost bare) {
        double ratio() {
            return trial.perMillion() / bare.tokens();
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
                Phase warm = Trial.of(service, load, it -> post(it, plan, plan.warm()))
                        .phase();
                Trial trial = Trial.of(service, load, it -> post(it, plan, plan.run()));
                Conservation.check(service.totals(traffic), traffic, List.of(warm, trial.phase()));
                return new Run(trial, service.bare(traffic));
            }
        }
    }

    private static Phase post(Load load, Plan plan, Duration length) throws IOException {
        return plan.rate() == 0 ? load.closed(length) : load.open(length, (double) plan.rate());
    }

    private static Table costs(Plan plan, List<Run> runs) {
        String pace = plan.rate() == 0 ? "as fast as it goes" : "at %,d rows/s".formatted(plan.rate());
        Table table = new Table(
                "Ingest cost, " + pace + ": processor seconds a million rows",
                "service",
                "bare loop",
                "ratio",
                "bare, values read",
                "generator",
                "bytes/row",
                "rows/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "busy answers",
                "foreign cores");
        for (Run run : runs) {
            Phase phase = run.trial().phase();
            table.add(
                    run.trial().perMillion(),
                    run.bare().tokens(),
                    run.ratio(),
                    run.bare().values(),
                    run.trial().usage().load() / phase.rows() * 1e6,
                    run.bare().bytes(),
                    phase.rowsASecond(),
                    phase.p50(),
                    phase.p99(),
                    phase.max(),
                    phase.busy(),
                    run.trial().foreignCores());
        }
        return table;
    }

    private static Table threads(List<Run> runs) {
        Table table = new Table(
                "Where the service's seconds go: processor seconds a million rows", "threads", "median", "from to");
        for (Role role : Role.values()) {
            add(table, role.text(), runs, run -> run.trial().perMillion(role));
        }
        add(table, "threads that ended", runs, run -> run.trial().perMillionEnded());
        add(table, "all", runs, run -> run.trial().perMillion());
        add(table, "ratio", runs, Run::ratio);
        return table;
    }

    private static void add(Table table, String name, List<Run> runs, Function<Run, Double> figure) {
        List<Double> figures = runs.stream().map(figure).toList();
        table.add(name, Sample.median(figures), Sample.spread(figures));
    }
}
