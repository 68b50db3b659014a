package io.leeway.proof;

import io.leeway.bench.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All tables of the proof. */
public final class Proof {
    private Proof() {}

    /** Simulations; a quick run has a tenth of the windows and none of a million rows. */
    public static List<Table> simulated(boolean quick) {
        SimulatedTables tables = quick ? new SimulatedTables(100, 500_000) : new SimulatedTables(1_000, 20_000_000);
        List<Table> all = new ArrayList<>(tables.quiet());
        all.add(tables.noisyDays());
        all.addAll(tables.changes());
        return List.copyOf(all);
    }

    /** Streams of known drift in a folder with a manifest. */
    public static List<Table> streams(Path folder) throws IOException {
        return new DriftbenchTables(new Driftbench(folder).judged()).all();
    }
}
