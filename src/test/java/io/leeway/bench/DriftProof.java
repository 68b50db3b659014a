package io.leeway.bench;

import io.leeway.proof.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How often windows alarm in which nothing changed, and how much of a change is found: on simulated rows, and on streams of
 * known drift in the folder that {@code bench.streams} names.
 */
final class DriftProof implements Part {
    @Override
    public String name() {
        return "drift";
    }

    /** The same on every machine, however busy. */
    @Override
    public boolean needsSilence() {
        return false;
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        List<Table> tables = new ArrayList<>(Proof.simulated(plan.quick()));
        String streams = System.getProperty("bench.streams", "");
        if (!streams.isEmpty()) {
            tables.addAll(Proof.streams(Path.of(streams)));
        }
        return tables;
    }
}
