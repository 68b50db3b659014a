package io.leeway.app.verticle;

import io.leeway.alert.IncidentChange;
import io.leeway.notify.AlertDesk;
import io.leeway.state.Changes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows new and revised windows to the rules, whenever there are some: {@link Judging}. */
public final class AlertVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(AlertVerticle.class);

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration SOONEST = Duration.ofMillis(100);
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Judging judging;
    private final InstantSource clock;
    private boolean due;
    private long again = -1;
    private long reminder = -1;
    private volatile boolean failing;

    public AlertVerticle(Judging judging, InstantSource clock) {
        this.judging = judging;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Long>localConsumer(Facts.REPORTED, unused -> judgeSoon());
        judgeSoon();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        judgeAll();
        return Queued.done(context);
    }

    /**
     * Goes on by the rules and receivers as they are by now; open incidents stay open unless the rules say otherwise. Mails
     * are looked at too.
     */
    public void renew() {
        context.runOnContext(unused -> {
            judging.reopen();
            judgeSoon();
            vertx.eventBus().publish(Facts.QUEUED, 1);
        });
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

    /** Completes when the rules have looked at everything reported now: with what stands in their way, if anything does. */
    Future<Optional<String>> look() {
        return settle().map(unused -> trouble());
    }

    /** Does what somebody on call wants, on the rules' own thread; durable when it completes. */
    public <T> Future<T> act(BiFunction<AlertDesk, Changes, T> what) {
        Promise<T> done = Promise.promise();
        context.runOnContext(unused -> {
            try {
                T result = judging.act(what);
                done.complete(result);
                judgeSoon();
                vertx.eventBus().publish(Facts.QUEUED, 1);
            } catch (RuntimeException e) {
                judging.reopen();
                done.fail(e);
            }
        });
        return done.future();
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

    /** Judges some windows; returns whether it makes sense to go on. What failed is tried again in a while. */
    private boolean judge() {
        try {
            Optional<List<IncidentChange>> judged = judging.judgeSome(clock.instant());
            judged.ifPresent(this::tell);
            remind();
            failing = false;
            return judged.isPresent();
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /** Tells what waited, and comes back when something else does: soon enough for a clock that is put forward. */
    private void remind() {
        if (judging.tell(clock.instant())) {
            vertx.eventBus().publish(Facts.QUEUED, 1);
        }
        boolean unused = vertx.cancelTimer(reminder);
        judging.next(clock.instant()).ifPresent(next -> {
            Duration wait = Duration.between(clock.instant(), next);
            long millis = Math.max(SOONEST.toMillis(), Math.min(LATEST.toMillis(), wait.toMillis()));
            reminder = vertx.setTimer(millis, fired -> judgeSoon());
        });
    }

    /** A failure that lasts is logged once. */
    private void failed(RuntimeException why) {
        if (!failing) {
            LOG.error("The rules cannot judge; what they have not seen waits for them", why);
        }
        failing = true;
        judging.reopen();
        boolean unused = vertx.cancelTimer(again);
        again = vertx.setTimer(AGAIN_AFTER.toMillis(), due -> judgeSoon());
    }

    private void tell(List<IncidentChange> incidents) {
        log(incidents);
        vertx.eventBus().publish(Facts.OWED, incidents.size());
        if (!incidents.isEmpty()) {
            vertx.eventBus().publish(Facts.QUEUED, incidents.size());
        }
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
