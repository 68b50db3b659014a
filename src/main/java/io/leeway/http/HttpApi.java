package io.leeway.http;

import io.leeway.ingest.Limit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The whole HTTP interface. One is enough for all event loops; each server gets a {@link #router} of its own. */
public final class HttpApi {
    private final Vertx vertx;
    private final Barrier barrier;
    private final Guard guard;
    private final List<Endpoint> endpoints;
    private final Ports ports;
    private final AtomicInteger connections = new AtomicInteger();

    public HttpApi(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.ports = ports;
        this.barrier = new Barrier(vertx, ports.reports(), ports.bounds().patience());
        Sessions sessions = new Sessions();
        Trail trail = new Trail(vertx, ports.doors().audit(), ports.clock());
        this.guard = new Guard(ports, sessions, trail);
        this.endpoints = Stream.of(
                        new IntakeEndpoints(vertx, ports, barrier).all(),
                        new ReportEndpoints(vertx, ports.reports(), ports.onCall()).all(),
                        new OnCallEndpoints(vertx, ports.onCall()).all(),
                        new WishEndpoints(vertx, ports).all(),
                        new LinkEndpoints(vertx, ports).all(),
                        new ServiceEndpoints(vertx, ports.self(), guard).all(),
                        new SessionEndpoints(sessions, ports.clock()).all(),
                        new UpkeepEndpoints(ports.upkeep()).all(),
                        new Page(vertx).all())
                .flatMap(List::stream)
                .map(endpoint -> endpoint.answeredBy(trail.of(endpoint)))
                .toList();
    }

    /** Everything that can be asked for. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /**
     * How a server has to be made that this is served on: it leaves bodies compressed as they come. {@link Connections} close
     * those that say nothing; the server's own, later time is for who does not read what he is answered.
     */
    public HttpServerOptions options() {
        return new HttpServerOptions()
                .setIdleTimeout(2 * (int) ports.bounds().most(Limit.IDLE_SECONDS))
                .setHttp2ClearTextEnabled(false);
    }

    /** Has a server answer what it is asked. */
    public HttpServer serve(HttpServer server) {
        Connections held = new Connections(vertx, ports, connections);
        return server.connectionHandler(held::opened)
                .requestHandler(router(held))
                .invalidRequestHandler(Failures::unreadable);
    }

    /** What a server with these connections hands its requests to. */
    Router router(Connections held) {
        Router router = Router.router(vertx);
        router.route().handler(held::begin).failureHandler(context -> Failures.answer(context.failure(), context));
        Failures failures = new Failures(endpoints);
        router.route().handler(new SecurityHeaders());
        endpoints.forEach(endpoint -> endpoint.serveOn(router, guard, barrier));
        return router.errorHandler(400, failures::malformed)
                .errorHandler(404, failures::notFound)
                .errorHandler(405, failures::wrongMethod);
    }
}
