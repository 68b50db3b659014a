package io.leeway.app.verticle;

import io.leeway.http.HttpApi;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the HTTP interface; all of them listen on the same port. */
public final class HttpVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(HttpVerticle.class);
    /** How Vert.x is asked for a free port that all listeners share; with 0 each would get another one. */
    private static final int ANY_BUT_THE_SAME = -1;

    private final Address address;
    private final HttpApi api;
    private final Optional<TlsKeys> keys;
    private final IntConsumer bound;

    /**
     * A listener.
     *
     * @param api one for all, so that its bounds hold for all together
     * @param keys empty: nothing is encrypted
     * @param bound told the port it listens on
     */
    public HttpVerticle(Address address, HttpApi api, Optional<TlsKeys> keys, IntConsumer bound) {
        this.address = address;
        this.api = api;
        this.keys = keys;
        this.bound = bound;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options =
                api.options().setHost(address.host()).setPort(address.port() == 0 ? ANY_BUT_THE_SAME : address.port());
        return api.serve(vertx.createHttpServer(
                        keys.map(held -> held.in(options)).orElse(options)))
                .listen()
                .onSuccess(server -> {
                    bound.accept(server.actualPort());
                    keys.ifPresent(held -> renewWhenChanged(server, held));
                });
    }

    private void renewWhenChanged(HttpServer server, TlsKeys held) {
        vertx.eventBus()
                .<String>localConsumer(
                        Facts.KEYS_CHANGED,
                        unused -> held.renew(server)
                                .onFailure(
                                        failure -> LOG.error("New keys cannot be used, the old ones go on", failure)));
    }

    /**
     * Where it listens.
     *
     * @param port 0: a free one
     */
    public record Address(String host, int port) {}
}
