package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.http.Probe.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the service itself is. */
final class ServiceEndpoints {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final Self self;
    private final Guard guard;

    ServiceEndpoints(Vertx vertx, Self self, Guard guard) {
        this.vertx = vertx;
        this.self = self;
        this.guard = guard;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.GET, "/healthz", Door.OPEN, this::alive),
                new Endpoint(HttpMethod.GET, "/readyz", Door.OPEN, this::ready),
                new Endpoint(
                        HttpMethod.GET, "/metrics", Door.READ, context -> vertx.executeBlocking(this::metrics, false)));
    }

    private Future<Answer> alive(RoutingContext context) {
        String failed = self.life().stream()
                .map(Probe::check)
                .filter(ServiceEndpoints::isDown)
                .map(Health::detail)
                .collect(Collectors.joining(" "));
        return Future.succeededFuture(
                failed.isEmpty()
                        ? Answer.json(out -> out.writeStringField("status", "alive"))
                        : Answer.json(503, out -> {
                            out.writeStringField("status", "failed");
                            out.writeStringField("detail", failed);
                        }));
    }

    /** What stands in the way may name hosts and folders, so it is told to those who may read; the others get the states. */
    private Future<Answer> ready(RoutingContext context) {
        boolean whole = guard.mayRead(context);
        return vertx.executeBlocking(() -> ready(whole), false);
    }

    private Answer ready(boolean whole) {
        List<Health> found = Stream.concat(self.life().stream(), self.needs().stream())
                .map(Probe::check)
                .toList();
        boolean ready = found.stream().noneMatch(ServiceEndpoints::isDown);
        return Answer.json(ready ? 200 : 503, out -> {
            out.writeBooleanField("ready", ready);
            Json.list(out, "probes", found, (health, json) -> write(health, whole, json));
        });
    }

    private Answer metrics() {
        return Answer.text(self.metrics().get()).as(PROMETHEUS);
    }

    private static boolean isDown(Health health) {
        return health.state() == Probe.State.DOWN;
    }

    private static void write(Health health, boolean whole, JsonGenerator out) throws IOException {
        out.writeStringField("name", health.name());
        out.writeStringField("state", health.state().name().toLowerCase(Locale.ROOT));
        out.writeStringField("detail", whole ? health.detail() : "");
    }
}
