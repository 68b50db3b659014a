package io.leeway.app.verticle;

import io.leeway.monitor.Reporter;
import io.leeway.state.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Reports what lanes have committed, and tells those who wait for it. */
public final class ReportVerticle extends VerticleBase {
    private final Reporter reporter;
    private final Barrier barrier;
    private boolean due;

    public ReportVerticle(Store store, int lanes, Barrier barrier) {
        this.reporter = new Reporter(store, lanes);
        this.barrier = barrier;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Integer>localConsumer(Facts.LANE_COMMITTED, unused -> passSoon());
        passSoon();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        pass();
        return Future.succeededFuture();
    }

    /** One pass serves all commits that came before it. */
    private void passSoon() {
        if (!due) {
            due = true;
            context.runOnContext(unused -> pass());
        }
    }

    private void pass() {
        due = false;
        long position = reporter.pass();
        barrier.advance(position);
        vertx.eventBus().publish(Facts.REPORTED, position);
    }
}
