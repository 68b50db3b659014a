package io.leeway.app.verticle;

import io.leeway.monitor.Rebuild;
import io.leeway.monitor.Reporter;
import io.leeway.state.StoreException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/**
 * Reports what lanes have committed, and tells those who wait for it. Between passes it rests, see {@link ReportPace},
 * unless somebody waits. A long pass is many steps, so that its thread is never away for long.
 */
public final class ReportVerticle extends VerticleBase {
    /** How long to wait for a store that took no commit. */
    private static final Duration REPORT_AGAIN_AFTER = Duration.ofSeconds(1);

    private static final String NAME = "the reporter";

    private final Reporter reporter;
    private final Barrier barrier;
    private final WorkMeter meter;
    private final Vitals vitals;
    private boolean due;
    private boolean goesOn;
    private boolean stopping;
    private boolean failed;
    private long reached;
    private long ended = System.nanoTime();
    private Duration took = Duration.ZERO;

    public ReportVerticle(Reporter reporter, Barrier barrier, WorkMeter meter, Vitals vitals) {
        this.reporter = reporter;
        this.barrier = barrier;
        this.meter = meter;
        this.vitals = vitals;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Integer>localConsumer(Facts.LANE_COMMITTED, unused -> committed());
        vertx.eventBus().<Long>localConsumer(Facts.AWAITED, unused -> committed());
        pass();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        stopping = true;
        pass();
        return Queued.done(context);
    }

    /** Has everything told to the series again; completes when all of it is on the lists of what is owed. */
    public Future<Rebuild> rebuild(Rebuild rebuild) {
        Promise<Rebuild> done = Promise.promise();
        context.runOnContext(unused -> step(rebuild, done));
        return done.future();
    }

    private void step(Rebuild rebuild, Promise<Rebuild> done) {
        try {
            boolean more = goesOn || rebuild.step();
            pass();
            if (more || goesOn) {
                context.runOnContext(unused -> step(rebuild, done));
            } else {
                done.complete(rebuild);
            }
        } catch (RuntimeException e) {
            done.fail(e);
        }
    }

    private void committed() {
        if (barrier.awaits(reporter.committed())) {
            pass();
        } else {
            passAfter(ReportPace.wait(took, Duration.ofNanos(System.nanoTime() - ended)));
        }
    }

    private void passAfter(Duration wait) {
        if (!due) {
            due = true;
            vertx.setTimer(wait.toMillis(), unused -> {
                due = false;
                pass();
            });
        }
    }

    private void pass() {
        if (failed) {
            return;
        }
        try {
            report();
            vitals.resumed(NAME);
        } catch (StoreException e) {
            vitals.stalled(NAME, e);
            passAfter(REPORT_AGAIN_AFTER);
        } catch (RuntimeException e) {
            failed = true;
            vitals.failed("The reporter failed behind journal position " + reached, e);
        }
    }

    private void report() {
        long began = System.nanoTime();
        long before = reporter.reported();
        boolean through = reporter.step();
        ended = System.nanoTime();
        took = Duration.ofNanos(ended - began);
        meter.reported(reporter.reported() - before, took);
        if (through) {
            reached = reporter.reached();
            barrier.advance(reached);
        } else {
            goOn();
        }
        vertx.eventBus().publish(Facts.REPORTED, reached);
    }

    /** What is left when the service stops is reported when it starts again. */
    private void goOn() {
        if (!goesOn && !stopping) {
            goesOn = true;
            context.runOnContext(unused -> {
                goesOn = false;
                pass();
            });
        }
    }
}
