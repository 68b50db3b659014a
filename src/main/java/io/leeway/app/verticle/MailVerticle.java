package io.leeway.app.verticle;

import io.leeway.notify.Outbox;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers queued mails, when something was queued and when a retry is due. */
public final class MailVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(MailVerticle.class);

    /** How long to wait for a store that took no commit. */
    private static final Duration STORE_AGAIN_AFTER = Duration.ofSeconds(10);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final Supplier<Outbox> outbox;
    private final WorkMeter meter;
    private final InstantSource clock;
    private boolean due;
    private long timer = -1;
    private volatile String trouble = "";

    /**
     * What delivers.
     *
     * @param outbox as the alert files say by now
     */
    public MailVerticle(Supplier<Outbox> outbox, WorkMeter meter, InstantSource clock) {
        this.outbox = outbox;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Integer>localConsumer(Facts.QUEUED, unused -> deliverSoon());
        deliverSoon();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        deliver();
        return Future.succeededFuture();
    }

    /** Completes when everything queued now has been tried. */
    public Future<Void> settle() {
        Promise<Void> settled = Promise.promise();
        context.runOnContext(unused -> {
            deliver();
            settled.complete();
        });
        return settled.future();
    }

    /** Completes with what stands in the way of a mail that would leave now, if anything does. */
    Future<Optional<String>> reach() {
        Promise<Optional<String>> reached = Promise.promise();
        context.runOnContext(unused -> reached.complete(outbox.get().trouble()));
        return reached.future();
    }

    /** What stands in the way of mails, if anything does. Any thread may ask. */
    public Optional<String> trouble() {
        return Optional.of(trouble).filter(it -> !it.isEmpty());
    }

    private void deliverSoon() {
        if (!due) {
            due = true;
            context.runOnContext(unused -> {
                due = false;
                deliver();
            });
        }
    }

    private void deliver() {
        try {
            attempt();
        } catch (StoreException e) {
            trouble = "mails wait for the store: " + e.getMessage();
            comeBackAfter(STORE_AGAIN_AFTER);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Nobody foresaw it: the queue is as it was, and is tried again. */
    private void failed(RuntimeException e) {
        if (trouble.isEmpty()) {
            LOG.error("Mails cannot be delivered; they stay queued", e);
        }
        trouble = "mails cannot be delivered and stay queued; the log says why";
        comeBackAfter(AFTER_FAILURE);
    }

    private void attempt() {
        Outbox now = outbox.get();
        Optional<Instant> reminder = now.remind(clock.instant());
        Outbox.Pass pass = now.attemptDue(clock.instant());
        meter.mailed(pass.sent(), pass.failed());
        report(pass);
        Stream.of(pass.next(), reminder)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .ifPresent(next -> comeBackAfter(Duration.between(clock.instant(), next)));
    }

    private void comeBackAfter(Duration wait) {
        boolean unused = vertx.cancelTimer(timer);
        timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> deliverSoon());
    }

    /** A trouble lasts until mails are delivered again or none is left, and is logged once. */
    private void report(Outbox.Pass pass) {
        if (pass.trouble().isPresent()) {
            if (trouble.isEmpty()) {
                LOG.warn("A mail waits: {}", pass.trouble().get());
            }
            trouble = pass.trouble().get();
        } else if (!trouble.isEmpty() && (pass.sent() > 0 || pass.next().isEmpty())) {
            LOG.info("Mails are being delivered again");
            trouble = "";
        }
    }
}
