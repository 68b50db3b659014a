package io.leeway.http;

import io.leeway.access.Act;
import io.leeway.access.Act.Outcome;
import io.leeway.access.Attempts;
import io.leeway.access.AuditLog;
import io.leeway.access.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Writes administrative requests to the audit log before they are answered. Of what is refused an address gets only so much
 * written, so that noise does not fill the log.
 */
final class Trail {
    private final Vertx vertx;
    private final AuditLog log;
    private final InstantSource clock;
    private final Attempts written = Attempts.withDefaults();

    Trail(Vertx vertx, AuditLog log, InstantSource clock) {
        this.vertx = vertx;
        this.log = log;
        this.clock = clock;
    }

    /** What an endpoint does, with a record of what came of it if it is an administrative act. */
    Function<RoutingContext, Future<Answer>> of(Endpoint endpoint) {
        if (!endpoint.door().isAudited() || endpoint.method().equals(HttpMethod.GET)) {
            return endpoint.answers();
        }
        return context -> Future.succeededFuture(context)
                .compose(endpoint.answers())
                .compose(
                        answer -> answered(endpoint, context, answer).map(answer),
                        failure -> failed(endpoint, context, Failures.status(failure))
                                .compose(done -> Future.failedFuture(failure)));
    }

    /** What is sent to a door at which nobody is asked may be noise. */
    private Future<Void> failed(Endpoint endpoint, RoutingContext context, String status) {
        return endpoint.door() == Door.LINK
                ? refused(endpoint, context, status)
                : record(endpoint, context, Outcome.FAILED, status);
    }

    /** A page that says why nothing was done is an answer like others. */
    private Future<Void> answered(Endpoint endpoint, RoutingContext context, Answer answer) {
        return answer.status() < 400
                ? record(endpoint, context, Outcome.DONE, "")
                : refused(endpoint, context, Integer.toString(answer.status()));
    }

    /** Completes when it is written that somebody was not let in. */
    Future<Void> refused(Endpoint endpoint, RoutingContext context, Refusal why) {
        return refused(endpoint, context, why.code());
    }

    private Future<Void> refused(Endpoint endpoint, RoutingContext context, String why) {
        synchronized (written) {
            boolean enough = !written.failed(Network.of(Origin.address(context.request())), clock.instant())
                    .isZero();
            return enough ? Future.succeededFuture() : record(endpoint, context, Outcome.REFUSED, why);
        }
    }

    private Future<Void> record(Endpoint endpoint, RoutingContext context, Outcome outcome, String detail) {
        Act act = new Act(
                clock.instant(),
                Origin.actor(context),
                endpoint.method() + " " + endpoint.path(),
                Subject.of(context),
                outcome,
                detail);
        return vertx.executeBlocking(
                () -> {
                    log.record(act);
                    return null;
                },
                false);
    }
}
