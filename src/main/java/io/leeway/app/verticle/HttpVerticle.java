package io.leeway.app.verticle;

import io.leeway.http.HttpApi;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.IntConsumer;

/** One event loop's share of the HTTP interface; all of them listen on the same port. */
public final class HttpVerticle extends VerticleBase {
    /** How Vert.x is asked for a free port that all listeners share; with 0 each would get another one. */
    private static final int ANY_BUT_THE_SAME = -1;

    private final String host;
    private final int port;
    private final HttpApi api;
    private final IntConsumer bound;

    /**
     * A listener.
     *
     * @param port 0: a free one
     * @param api one for all, so that its bounds hold for all together
     * @param bound told the port it listens on
     */
    public HttpVerticle(String host, int port, HttpApi api, IntConsumer bound) {
        this.host = host;
        this.port = port;
        this.api = api;
        this.bound = bound;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = api.options().setHost(host).setPort(port == 0 ? ANY_BUT_THE_SAME : port);
        return api.serve(vertx.createHttpServer(options))
                .listen()
                .onSuccess(server -> bound.accept(server.actualPort()));
    }
}
