package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.app.verticle.Admission;
import io.leeway.app.verticle.LaneVerticle;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.Reports;
import io.leeway.monitor.WindowPoints;
import io.leeway.notify.Archive;
import io.leeway.notify.Outbox;
import io.leeway.telemetry.Meters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What is read from the store and the verticles whenever somebody looks at the meters. */
final class Gauges {
    private final Stores stores;
    private final InstantSource clock;

    Gauges(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    void register(Meters meters, Admission admission, List<LaneVerticle> lanes, Reports reports) {
        meters.bytesInHand(admission::inHand);
        meters.journalEnd(stores.journal()::end);
        for (int i = 0; i < lanes.size(); i++) {
            LaneVerticle lane = lanes.get(i);
            meters.laneLag(i, () -> stores.journal().end() - lane.committed());
        }
        meters.duplicates(() -> duplicates(reports));
        WindowPoints windows = new WindowPoints(stores.store());
        OwedPoints points = new OwedPoints(stores.store());
        meters.seriesOwed(() -> windows.size() + points.size());
        Archive archive = new Archive(stores.store());
        meters.incidentsOpen(
                () -> archive.incidents().stream().filter(Incident::open).count());
        meters.mailsQueued(() -> Outbox.queued(stores.store()));
        meters.oldestMail(() -> Outbox.oldest(stores.store())
                .map(decided -> Duration.between(decided, clock.instant()).toSeconds())
                .orElse(0L));
    }

    private static long duplicates(Reports reports) {
        return reports.models().stream()
                .mapToLong(model ->
                        model.predictions().duplicates() + model.labels().duplicates())
                .sum();
    }
}
