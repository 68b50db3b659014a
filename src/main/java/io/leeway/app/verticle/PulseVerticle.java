package io.leeway.app.verticle;

import io.leeway.notify.DailyMail;
import io.leeway.notify.Heartbeat;
import io.leeway.notify.Notice;
import io.leeway.notify.Pulse;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows every minute that the service is alive: somebody outside is told only if the rules have looked at everything, the
 * store has taken a commit and the mail server has answered, all just now. Nobody is told anything else, so that whoever
 * waits for the sign raises the alarm. Once a day it also queues the daily mail.
 */
public final class PulseVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(PulseVerticle.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Parts parts;
    private volatile String missed = "";

    public PulseVerticle(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it stands on.
     *
     * @param daily as the alert files say by now
     * @param facts what the daily mail says
     */
    public record Parts(
            AlertVerticle rules,
            MailVerticle mail,
            Store store,
            InstantSource clock,
            Supplier<DailyMail> daily,
            Supplier<List<Notice.Fact>> facts,
            WorkMeter meter) {
        Heartbeat heartbeat() {
            return daily.get().heartbeat();
        }
    }

    @Override
    public Future<?> start() {
        long unused = vertx.setPeriodic(EVERY.toMillis(), timer -> beatIfWanted());
        return Future.succeededFuture();
    }

    private void beatIfWanted() {
        Heartbeat heartbeat = parts.heartbeat();
        if (heartbeat.to().isPresent() || heartbeat.pingUrlFile().isPresent()) {
            beat().onComplete(done -> {});
        }
    }

    /** Completes with what kept it from telling that all is well, if anything did. */
    public Future<Optional<String>> beat() {
        return parts.rules
                .look()
                .map(trouble -> trouble.or(this::commit))
                .compose(trouble -> trouble.isPresent() ? Future.succeededFuture(trouble) : parts.mail.reach())
                .map(trouble -> trouble.or(this::ping))
                .recover(failure -> Future.succeededFuture(Optional.of("the sign of life failed: " + failure)))
                .onSuccess(this::note);
    }

    /** What kept the last sign of life back, if anything did. Any thread may ask. */
    public Optional<String> trouble() {
        return Optional.of(missed).filter(it -> !it.isEmpty());
    }

    private Optional<String> commit() {
        try {
            Changes changes = Pulse.at(parts.clock.instant());
            boolean queued = parts.daily.get().queueDue(parts.clock.instant(), parts.store, parts.facts.get(), changes);
            parts.store.commit(changes);
            if (queued) {
                vertx.eventBus().publish(Facts.QUEUED, 1);
            }
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of("the store takes no commit: " + e.getMessage());
        }
    }

    private Optional<String> ping() {
        return parts.heartbeat().pingUrlFile().flatMap(file -> new Ping(file).send());
    }

    private void note(Optional<String> trouble) {
        if (parts.heartbeat().pingUrlFile().isPresent()) {
            parts.meter.pinged(trouble.isEmpty());
        }
        if (trouble.isPresent() && missed.isEmpty()) {
            LOG.warn("Nobody is told that all is well: {}", trouble.get());
        }
        missed = trouble.orElse("");
    }
}
