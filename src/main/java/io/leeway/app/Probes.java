package io.leeway.app;

import io.leeway.http.Probe;
import java.util.List;

/** What the readiness page asks: each thing the service depends on, by name. */
final class Probes {
    private final Stores stores;
    private final Outputs outputs;

    Probes(Stores stores, Outputs outputs) {
        this.stores = stores;
        this.outputs = outputs;
    }

    List<Probe> all() {
        return List.of(this::journal, this::store, this::series);
    }

    private Probe.Health journal() {
        return new Probe.Health(
                "journal", Probe.State.UP, "next entry " + stores.journal().end());
    }

    private Probe.Health store() {
        long unused = stores.store().get(Stores.tables().get(0), new byte[] {0}).stream()
                .count();
        return new Probe.Health("store", Probe.State.UP, "answers");
    }

    private Probe.Health series() {
        return outputs.series().reachable()
                ? new Probe.Health("series", Probe.State.UP, "answers")
                : new Probe.Health("series", Probe.State.DEGRADED, "out of reach; what it is owed is remembered");
    }
}
