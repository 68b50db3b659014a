package io.leeway.http;

import io.leeway.ingest.IntakeMeter;
import io.leeway.ingest.Limit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds callers to time, however they drip: a connection without a request is closed when the head of the next has not
 * come in time. Of more connections than are allowed the surplus is told so at its first request, and closed; far more are
 * closed at once. One for each listener, on its event loop.
 */
final class Connections {
    /** How long a connection too many may take to ask something, in order to be told. */
    private static final Duration TO_BE_TOLD = Duration.ofSeconds(1);

    /** So many surplus connections may wait to be told at once; any more are closed without a word. */
    private static final int MOST_TOLD = 100;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Bounds bounds;
    private final IntakeMeter meter;
    private final AtomicInteger open;
    private final IdentityHashMap<HttpConnection, Caller> callers = new IdentityHashMap<>();

    /** @param open how many there are, over all listeners */
    Connections(Vertx vertx, Ports ports, AtomicInteger open) {
        this.vertx = vertx;
        this.bounds = ports.bounds();
        this.meter = ports.meter();
        this.open = open;
    }

    void opened(HttpConnection connection) {
        long surplus = open.incrementAndGet() - bounds.most(Limit.CONNECTIONS);
        connection.closeHandler(closed -> closed(connection));
        if (surplus > MOST_TOLD) {
            meter.beyond(Limit.CONNECTIONS, 1);
            connection.close();
        } else {
            Caller caller = new Caller(connection, surplus > 0);
            callers.put(connection, caller);
            caller.rest();
        }
    }

    private void closed(HttpConnection connection) {
        open.decrementAndGet();
        Optional.ofNullable(callers.remove(connection)).ifPresent(Caller::cancel);
    }

    /** The first to see a request: its head is complete. */
    void begin(RoutingContext context) {
        Optional<Caller> caller =
                Optional.ofNullable(callers.get(context.request().connection()));
        caller.ifPresent(it -> it.ask(context));
        if (caller.filter(it -> it.surplus).isPresent()) {
            meter.beyond(Limit.CONNECTIONS, 1);
            context.addEndHandler(told -> context.request().connection().close());
            throw new HttpProblem(503, "There are too many connections: close some, or try again a little later.")
                    .retryAfter(RETRY);
        }
        context.next();
    }

    /** One connection. */
    private final class Caller {
        private final HttpConnection connection;
        private final boolean surplus;
        private int asked;
        private Optional<Long> timer = Optional.empty();

        Caller(HttpConnection connection, boolean surplus) {
            this.connection = connection;
            this.surplus = surplus;
        }

        /** From now on the next request is awaited. */
        void rest() {
            Duration most = surplus ? TO_BE_TOLD : bounds.seconds(Limit.IDLE_SECONDS);
            timer = Optional.of(vertx.setTimer(most.toMillis(), due -> expire()));
        }

        void ask(RoutingContext context) {
            cancel();
            asked++;
            context.addEndHandler(answered -> {
                if (--asked == 0 && callers.containsKey(connection)) {
                    rest();
                }
            });
        }

        void cancel() {
            timer.ifPresent(vertx::cancelTimer);
            timer = Optional.empty();
        }

        private void expire() {
            meter.beyond(surplus ? Limit.CONNECTIONS : Limit.IDLE_SECONDS, 1);
            connection.close();
        }
    }
}
