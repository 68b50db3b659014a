package io.leeway.app.verticle;

import io.leeway.monitor.Reporter;
import io.leeway.state.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/**
 * Reports what lanes have committed, and tells those who wait for it. A pass sums open windows anew, so it waits a moment
 * for more commits unless somebody waits for it.
 */
public final class ReportVerticle extends VerticleBase {
    private static final Duration REPORT_AFTER = Duration.ofMillis(500);

    private final Reporter reporter;
    private final Barrier barrier;
    private boolean due;

    public ReportVerticle(Store store, int lanes, Barrier barrier) {
        this.reporter = new Reporter(store, lanes);
        this.barrier = barrier;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Integer>localConsumer(Facts.LANE_COMMITTED, unused -> committed());
        vertx.eventBus().<Long>localConsumer(Facts.AWAITED, unused -> pass());
        pass();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        pass();
        return Future.succeededFuture();
    }

    private void committed() {
        if (barrier.awaited()) {
            pass();
        } else if (!due) {
            due = true;
            vertx.setTimer(REPORT_AFTER.toMillis(), unused -> {
                due = false;
                pass();
            });
        }
    }

    private void pass() {
        long position = reporter.pass();
        barrier.advance(position);
        vertx.eventBus().publish(Facts.REPORTED, position);
    }
}
