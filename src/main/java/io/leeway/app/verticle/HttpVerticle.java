package io.leeway.app.verticle;

import io.leeway.http.HttpApi;
import io.leeway.http.Ports;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop's share of the HTTP interface; all of them listen on the same port. */
public final class HttpVerticle extends VerticleBase {
    private final String host;
    private final AtomicInteger port;
    private final Ports ports;

    /**
     * A listener.
     *
     * @param port shared by all; 0 becomes the port found free by the first one
     */
    public HttpVerticle(String host, AtomicInteger port, Ports ports) {
        this.host = host;
        this.port = port;
        this.ports = ports;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port.get())
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(60);
        return vertx.createHttpServer(options)
                .requestHandler(HttpApi.router(vertx, ports))
                .listen()
                .onSuccess(this::bound);
    }

    private void bound(HttpServer server) {
        port.set(server.actualPort());
    }
}
