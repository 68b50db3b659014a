package io.leeway.bench;

import io.leeway.alert.IncidentChange;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.mail.MimeComposer;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.Tables;
import io.leeway.rocks.RocksStore;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What 10,000 rule instances cost that are open at once, 200 models of 50 features each: the day on which all open, a day on
 * which they go on, and opening the desk again as after a restart, each with its commit, by the shipped rules.
 */
final class OpenInstances implements Part {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int MODELS = 200;
    private static final int FEATURES = 50;

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        int days = plan.quick() ? 5 : 30;
        Table table = new Table(
                "10,000 open rule instances",
                "days kept",
                "opening ms",
                "a day more ms",
                "restart ms",
                "first day after ms",
                "incidents");
        Path data = plan.freshData();
        try (Store store = RocksStore.open(data, Tables.all())) {
            AlertDesk desk = open(store);
            settle(desk, store, 0);
            double opening = accept(desk, store, 0);
            double last = 0;
            for (int day = 1; day < days; day++) {
                last = accept(desk, store, day);
            }
            long begin = System.nanoTime();
            AlertDesk again = open(store);
            settle(again, store, days);
            double restart = millis(begin);
            double more = accept(again, store, days);
            long incidents = new Archive(store).incidents().size();
            table.add((long) days, opening, last, restart, more, incidents);
        }
        return List.of(table);
    }

    private static AlertDesk open(Store store) {
        try {
            AlertFiles shipped = AlertFiles.shipped();
            return AlertDesk.open(store, shipped.rules(), shipped.receivers(), new MimeComposer());
        } catch (InvalidYamlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service does once it has opened a desk. */
    private static void settle(AlertDesk desk, Store store, int day) {
        Changes changes = new Changes();
        if (!desk.catchUp(START.plus(Duration.ofDays(day)), changes).isEmpty()) {
            throw new IllegalStateException("a shipped rule is gone");
        }
        store.commit(changes);
    }

    /** Judges a day of all models, mails and commit included; returns the milliseconds it took. */
    private static double accept(AlertDesk desk, Store store, int day) {
        List<Observation> windows = windows(day);
        Instant now = START.plus(Duration.ofDays(day + 1L)).plusSeconds(3_600);
        long begin = System.nanoTime();
        Changes changes = new Changes();
        List<IncidentChange> told = desk.accept(windows, now, changes);
        store.commit(changes);
        if (told.isEmpty()) {
            throw new IllegalStateException("nothing happened on day " + day);
        }
        return millis(begin);
    }

    private static List<Observation> windows(int day) {
        Instant start = START.plus(Duration.ofDays(day));
        List<Observation> windows = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                Tags tags = new Tags(Map.of(
                        "model",
                        "model-" + model,
                        "version",
                        "*",
                        "segment",
                        "all",
                        "window",
                        "1d",
                        "feature",
                        "feature-" + feature,
                        "role",
                        "feature",
                        "reference",
                        "baseline"));
                Map<String, Double> figures = Map.of(
                        "psi_test",
                        0.4,
                        "threshold",
                        0.1,
                        "drift_score",
                        4 + day / 1000.0,
                        "ks",
                        0.2,
                        "q_value",
                        1e-6,
                        "drifted",
                        1.0);
                windows.add(new Observation(
                        "drift", tags, start, start.plus(Duration.ofDays(1)), true, 1, 1000, figures, "it moved"));
            }
        }
        return windows;
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
