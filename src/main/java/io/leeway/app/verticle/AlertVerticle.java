package io.leeway.app.verticle;

import io.leeway.alert.IncidentChange;
import io.leeway.alert.IncidentPoint;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.ReportStore;
import io.leeway.notify.AlertDesk;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows new and revised windows to the rules. What they decide, the incidents and the mails, goes into the store in the
 * same write that takes the windows off the list.
 */
public final class AlertVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(AlertVerticle.class);
    private static final int TOGETHER = 500;

    private final Store store;
    private final ReportStore reports;
    private final InstantSource clock;
    private final Supplier<AlertDesk> opening;
    private final Keeping keeping;
    private Optional<AlertDesk> desk = Optional.empty();
    private boolean due;
    private volatile boolean failing;

    /**
     * A verticle that keeps the desk.
     *
     * @param opening opens the desk as the store remembers it
     */
    public AlertVerticle(Store store, InstantSource clock, Supplier<AlertDesk> opening, Keeping keeping) {
        this.store = store;
        this.reports = new ReportStore(store);
        this.clock = clock;
        this.opening = opening;
        this.keeping = keeping;
    }

    /**
     * How long incidents are kept.
     *
     * @param incidents so long behind their end
     * @param dropped told of each that is forgotten
     */
    public record Keeping(Duration incidents, Consumer<String> dropped) {}

    @Override
    public Future<?> start() {
        Changes changes = new Changes();
        List<IncidentChange> ended = opened().endOrphans(clock.instant(), changes);
        owe(ended, changes);
        store.commit(changes);
        log(ended);
        vertx.eventBus().<Long>localConsumer(Facts.REPORTED, unused -> judgeSoon());
        judgeSoon();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        judgeAll();
        return Queued.done(context);
    }

    /** Completes when the rules have seen everything that is reported now. */
    public Future<Void> settle() {
        Promise<Void> settled = Promise.promise();
        context.runOnContext(unused -> {
            judgeAll();
            settled.complete();
        });
        return settled.future();
    }

    private void judgeAll() {
        boolean more = judge();
        while (more) {
            more = judge();
        }
    }

    private void judgeSoon() {
        if (!due) {
            due = true;
            context.runOnContext(unused -> {
                due = false;
                if (judge()) {
                    judgeSoon();
                }
            });
        }
    }

    /** Why the rules see nothing, if so. Any thread may ask. */
    public Optional<String> trouble() {
        return failing ? Optional.of("what they have not seen waits for them; the log says why") : Optional.empty();
    }

    /** Judges some windows; returns whether it makes sense to go on. What failed is tried again with the next report. */
    private boolean judge() {
        try {
            boolean more = judge(reports.owedToRules(TOGETHER));
            failing = false;
            return more;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /** A failure that lasts is logged once. */
    private void failed(RuntimeException why) {
        if (!failing) {
            LOG.error("The rules cannot judge; what they have not seen waits for them", why);
        }
        failing = true;
        desk = Optional.empty();
    }

    private boolean judge(ReportStore.Owed owed) {
        if (owed.isEmpty()) {
            return false;
        }
        Changes changes = new Changes();
        List<IncidentChange> incidents = opened().accept(
                        owed.reports().stream().flatMap(Observations::of).toList(), clock.instant(), changes);
        owe(incidents, changes);
        owed.done(changes);
        List<String> dropped = opened().dropOlderThan(keeping.incidents(), changes);
        store.commit(changes);
        dropped.forEach(keeping.dropped());
        log(incidents);
        if (!incidents.isEmpty()) {
            vertx.eventBus().publish(Facts.OWED, incidents.size());
            vertx.eventBus().publish(Facts.QUEUED, incidents.size());
        }
        return true;
    }

    /** What a desk that failed knew is not trusted: another one is opened as the store remembers it. */
    private AlertDesk opened() {
        AlertDesk opened = desk.orElseGet(opening);
        desk = Optional.of(opened);
        return opened;
    }

    /** Boards show incidents as marks. */
    private static void owe(List<IncidentChange> incidents, Changes changes) {
        incidents.stream()
                .flatMap(change -> IncidentPoint.of(change).stream())
                .forEach(it -> OwedPoints.owe(it, changes));
    }

    private static void log(List<IncidentChange> incidents) {
        incidents.forEach(change -> LOG.info(
                "Incident {} of rule {}: {} ({})",
                change.incident().id(),
                change.incident().rule(),
                change.kind(),
                change.reason()));
    }
}
