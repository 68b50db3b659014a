package io.leeway.http;

import io.leeway.monitor.Reports;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds a GET that names a position until everything before it has been reported. */
final class Barrier implements Handler<RoutingContext> {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Reports reports;
    private final Duration patience;

    Barrier(Vertx vertx, Reports reports, Duration patience) {
        this.vertx = vertx;
        this.reports = reports;
        this.patience = patience;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String position = request.getHeader(Answer.POSITION);
        if (position == null || !request.method().equals(HttpMethod.GET)) {
            context.next();
        } else {
            Future.succeededFuture(position)
                    .compose(text -> reached(number(text)))
                    .onSuccess(done -> context.next())
                    .onFailure(failure -> Failures.answer(failure, context));
        }
    }

    /** Completes once everything before a position has been reported; fails when patience ends. */
    Future<Void> reached(long position) {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<Void> waiter = reports.reached(position).toCompletableFuture();
        return Future.fromCompletionStage(waiter, context)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(givenUp -> waiter.cancel(false))
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? behind() : failure));
    }

    private HttpProblem behind() {
        return new HttpProblem(503, "What was taken up to this position is not counted yet: ask again.")
                .retryAfter(RETRY);
    }

    private static long number(String position) {
        try {
            return Long.parseLong(position.trim());
        } catch (NumberFormatException e) {
            throw HttpProblem.badRequest(Answer.POSITION + " must be a number, as an earlier answer gave it.");
        }
    }
}
