package io.leeway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory and cost minute by minute until 100 million rows are posted or {@code bench.minutes} (20) have gone by, whichever is
 * first: how far it got stands in the table.
 */
final class Endurance implements Part {
    private static final int CONNECTIONS = 6;
    private static final long ROWS = 100_000_000;
    private static final Duration STEP = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "endurance";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Traffic traffic = plan.usual();
        Table table = new Table(
                "Minute by minute",
                "rows so far",
                "s/million rows",
                "rows/s",
                "p99 ms",
                "heap MB",
                "resident MB",
                "disk MB",
                "foreign cores");
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                List<Phase> phases = new ArrayList<>();
                int minutes = Integer.getInteger("bench.minutes", 20);
                for (long rows = 0; rows < ROWS && phases.size() < minutes; ) {
                    Trial trial = Trial.of(service, load, it -> it.closed(STEP));
                    phases.add(trial.phase());
                    rows += trial.phase().rows();
                    table.add(
                            rows,
                            trial.perMillion(),
                            trial.phase().rowsASecond(),
                            trial.phase().p99(),
                            service.heap() >> 20,
                            Machine.residentMegabytes(service.pid()),
                            plan.dataBytes() >> 20,
                            trial.foreignCores());
                }
                Conservation.check(service.totals(traffic), traffic, phases);
            }
        }
        return List.of(table);
    }
}
