package io.leeway.app.verticle;

import io.leeway.monitor.DroppedPoints;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.PointDelivery;
import io.leeway.monitor.PointSource;
import io.leeway.monitor.WindowPoints;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the points of windows, incidents and deployments. What is owed stands in lists of the store ({@link PointSource}) and goes only after the
 * server's answer, so a crash or an outage of any length loses nothing and holds nothing in memory.
 */
public final class SeriesVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesVerticle.class);

    /** So many of each list are written together: a few thousand points of windows, which InfluxDB takes best. */
    private static final int TOGETHER = 100;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final List<PointSource> sources;
    private final PointDelivery delivery;
    private final WorkMeter meter;
    private final DroppedPoints dropped;
    private Duration wait = FIRST_WAIT;
    private boolean due;
    private boolean waiting;
    private volatile String trouble = "";

    public SeriesVerticle(Store store, SeriesWriter writer, WorkMeter meter) {
        this.sources = List.of(new WindowPoints(store), new OwedPoints(store));
        this.delivery = new PointDelivery(store, writer);
        this.dropped = new DroppedPoints(store, writer);
        this.meter = meter;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Long>localConsumer(Facts.REPORTED, unused -> deliverSoon());
        vertx.eventBus().<Integer>localConsumer(Facts.OWED, unused -> deliverSoon());
        deliverSoon();
        return Future.succeededFuture();
    }

    /** Writes out what is owed, as far as the server takes it; the rest stays owed. */
    @Override
    public Future<?> stop() {
        waiting = true;
        boolean more = deliver();
        while (more) {
            more = deliver();
        }
        return Queued.done(context);
    }

    private void deliverSoon() {
        if (!due && !waiting) {
            due = true;
            context.runOnContext(unused -> {
                due = false;
                if (deliver()) {
                    deliverSoon();
                }
            });
        }
    }

    /** Writes some of what each list holds; returns whether it makes sense to go on. */
    private boolean deliver() {
        boolean more = false;
        try {
            dropped.dropErased();
            for (PointSource source : sources) {
                Optional<PointDelivery.Delivered> delivered = delivery.deliver(source, TOGETHER);
                delivered.ifPresent(this::delivered);
                more |= delivered.isPresent();
            }
            dropped.drop();
            return more;
        } catch (SeriesUnavailableException e) {
            unavailable(e);
            return false;
        } catch (StoreException e) {
            LOG.warn("Points that were written stay owed, and are written again: {}", e.getMessage());
            pause(LONGEST_WAIT);
            return false;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /** What stands in the way of the series, if anything does. Any thread may ask. */
    public Optional<String> trouble() {
        return Optional.of(trouble).filter(it -> !it.isEmpty());
    }

    private void delivered(PointDelivery.Delivered delivered) {
        delivered.refused().stream()
                .findFirst()
                .ifPresent(first -> LOG.warn(
                        "{} points are refused for good; the first, of {}: {}",
                        delivered.refused().size(),
                        first.point().measurement(),
                        first.reason()));
        meter.written(delivered.written());
        meter.refused(delivered.refused().size());
        resumed();
    }

    private void resumed() {
        if (!trouble.isEmpty()) {
            LOG.info("Series are being written again");
        }
        wait = FIRST_WAIT;
        trouble = "";
    }

    private void unavailable(SeriesUnavailableException e) {
        if (trouble.isEmpty()) {
            LOG.warn(
                    "Series cannot be written{}: {}", e.operatorNeeded() ? " until somebody acts" : "", e.getMessage());
        }
        trouble = String.valueOf(e.getMessage());
        retryAfter(e.retryAfter().orElse(wait));
    }

    /** Nobody foresaw it; it is tried again like an outage. */
    private void failed(RuntimeException e) {
        if (trouble.isEmpty()) {
            LOG.error("Series cannot be written; what they are owed is remembered", e);
        }
        trouble = "what they are owed cannot be written, but is remembered; the log says why";
        retryAfter(wait);
    }

    private void retryAfter(Duration pause) {
        meter.unavailable();
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        pause(pause);
    }

    private void pause(Duration pause) {
        waiting = true;
        vertx.setTimer(Math.max(1, pause.toMillis()), unused -> {
            waiting = false;
            deliverSoon();
        });
    }
}
