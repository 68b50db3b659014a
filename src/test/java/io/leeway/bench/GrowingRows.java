package io.leeway.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What a row costs when more and more have come before it: it should cost the same. */
final class GrowingRows implements Part {
    private static final int CONNECTIONS = 6;

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Traffic traffic = plan.usual();
        Table table = new Table(
                "Cost as rows become more: processor seconds a million rows",
                "rows so far",
                "service",
                "without JIT",
                "rows/s",
                "heap MB",
                "resident MB",
                "disk MB",
                "foreign cores");
        try (ServiceProcess service = ServiceProcess.start(plan.freshData())) {
            service.prepare(traffic);
            try (Load load = Load.start(service, traffic, CONNECTIONS)) {
                List<Phase> phases = new ArrayList<>();
                for (long total : LongStream.iterate(100_000, it -> it <= most(plan), it -> it * 10)
                        .toArray()) {
                    long left = total - phases.stream().mapToLong(Phase::rows).sum();
                    Trial trial = Trial.of(service, load, it -> it.rows(left));
                    phases.add(trial.phase());
                    table.add(
                            total,
                            trial.perMillion(),
                            trial.perMillionCompiled(),
                            trial.phase().rowsASecond(),
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

    private static long most(Plan plan) {
        return plan.quick() ? 1_000_000 : 10_000_000;
    }
}
