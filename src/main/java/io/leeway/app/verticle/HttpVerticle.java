package io.leeway.app.verticle;

import io.leeway.http.HttpApi;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop's share of the HTTP interface; all of them listen on the same port. */
public final class HttpVerticle extends VerticleBase {
    private final String host;
    private final AtomicInteger port;
    private final HttpApi api;

    /**
     * A listener.
     *
     * @param port shared by all; 0 becomes the port found free by the first one
     * @param api one for all, so that its bounds hold for all together
     */
    public HttpVerticle(String host, AtomicInteger port, HttpApi api) {
        this.host = host;
        this.port = port;
        this.api = api;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port.get())
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(60);
        return vertx.createHttpServer(options)
                .requestHandler(api.router())
                .listen()
                .onSuccess(this::bound);
    }

    private void bound(HttpServer server) {
        port.set(server.actualPort());
    }
}
