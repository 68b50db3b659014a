package io.leeway.app;

import io.leeway.app.verticle.JournalVerticle;
import io.leeway.app.verticle.MailVerticle;
import io.leeway.app.verticle.Vitals;
import io.leeway.http.Probe;
import java.util.List;

/** What the readiness page asks: each thing the service depends on, by name. */
final class Probes {
    private final Stores stores;
    private final Outputs outputs;
    private final JournalVerticle journal;
    private final MailVerticle mail;

    Probes(Stores stores, Outputs outputs, JournalVerticle journal, MailVerticle mail) {
        this.stores = stores;
        this.outputs = outputs;
        this.journal = journal;
        this.mail = mail;
    }

    List<Probe> all() {
        return List.of(this::journal, this::store, this::series, this::mail);
    }

    /** Whether what is taken in is counted and reported. */
    static Probe counting(Vitals vitals) {
        return () -> vitals.failure()
                .map(sentence -> new Probe.Health("counting", Probe.State.DOWN, sentence))
                .orElseGet(() -> new Probe.Health("counting", Probe.State.UP, "rows become reports"));
    }

    private Probe.Health journal() {
        return journal.trouble()
                .map(sentence -> new Probe.Health("journal", Probe.State.DOWN, sentence))
                .orElseGet(() -> new Probe.Health(
                        "journal",
                        Probe.State.UP,
                        "next entry " + stores.journal().end()));
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

    private Probe.Health mail() {
        return mail.trouble()
                .map(sentence -> new Probe.Health("mail", Probe.State.DEGRADED, sentence))
                .orElseGet(() -> new Probe.Health("mail", Probe.State.UP, "nothing stands in the way"));
    }
}
