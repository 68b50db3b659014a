package io.leeway.app;

import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.JournalVerticle;
import io.leeway.app.verticle.MailVerticle;
import io.leeway.app.verticle.SeriesVerticle;
import io.leeway.app.verticle.Vitals;
import io.leeway.http.Probe;
import io.leeway.state.StoreException;
import java.util.List;
import java.util.Optional;

/** What the readiness page asks: each thing the service depends on, by name. */
final class Probes {
    private final Stores stores;
    private final Outputs outputs;
    private final Vitals vitals;
    private final JournalVerticle journal;
    private final AlertVerticle alert;
    private final SeriesVerticle series;
    private final MailVerticle mail;

    Probes(Dependencies on) {
        this.stores = on.stores();
        this.outputs = on.outputs();
        this.vitals = on.vitals();
        this.journal = on.journal();
        this.alert = on.alert();
        this.series = on.series();
        this.mail = on.mail();
    }

    /** What the service stands on. */
    record Dependencies(
            Stores stores,
            Outputs outputs,
            Vitals vitals,
            JournalVerticle journal,
            AlertVerticle alert,
            SeriesVerticle series,
            MailVerticle mail) {}

    List<Probe> all() {
        return List.of(this::journal, this::store, this::series, this::rules, this::mail);
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

    /** Whether the store takes what is committed. */
    private Probe.Health store() {
        return vitals.stall()
                .map(stall -> new Probe.Health("store", Probe.State.DOWN, stall.sentence()))
                .orElseGet(this::answering);
    }

    private Probe.Health answering() {
        try {
            long unused = stores.store().get(Stores.tables().get(0), new byte[] {0}).stream()
                    .count();
            return new Probe.Health("store", Probe.State.UP, "answers");
        } catch (StoreException e) {
            return new Probe.Health("store", Probe.State.DOWN, String.valueOf(e.getMessage()));
        }
    }

    /** What the last write met says more than whether the server is there now. */
    private Probe.Health series() {
        return series.trouble().isPresent() || outputs.series().reachable()
                ? unless(series.trouble(), "series")
                : new Probe.Health("series", Probe.State.DEGRADED, "out of reach; what it is owed is remembered");
    }

    private Probe.Health rules() {
        return unless(alert.trouble(), "rules");
    }

    private Probe.Health mail() {
        return unless(mail.trouble(), "mail");
    }

    /** Up, unless there is trouble that requests survive. */
    static Probe.Health unless(Optional<String> trouble, String name) {
        return trouble.map(sentence -> new Probe.Health(name, Probe.State.DEGRADED, sentence))
                .orElseGet(() -> new Probe.Health(name, Probe.State.UP, "nothing stands in the way"));
    }
}
