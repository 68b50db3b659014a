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
import java.util.function.Supplier;

/** How the service itself is. */
final class ServiceEndpoints {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final List<Probe> probes;
    private final Supplier<String> metrics;

    ServiceEndpoints(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.probes = ports.probes();
        this.metrics = ports.metrics();
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.GET, "/healthz", this::alive),
                new Endpoint(HttpMethod.GET, "/readyz", context -> vertx.executeBlocking(this::ready, false)),
                new Endpoint(HttpMethod.GET, "/metrics", context -> vertx.executeBlocking(this::metrics, false)));
    }

    private Future<Answer> alive(RoutingContext context) {
        return Future.succeededFuture(Answer.json(out -> out.writeStringField("status", "alive")));
    }

    private Answer ready() {
        List<Health> found = probes.stream().map(Probe::check).toList();
        boolean ready = found.stream().noneMatch(health -> health.state() == Probe.State.DOWN);
        return Answer.json(ready ? 200 : 503, out -> {
            out.writeBooleanField("ready", ready);
            Json.list(out, "probes", found, ServiceEndpoints::write);
        });
    }

    private Answer metrics() {
        return Answer.text(metrics.get()).as(PROMETHEUS);
    }

    private static void write(Health health, JsonGenerator out) throws IOException {
        out.writeStringField("name", health.name());
        out.writeStringField("state", health.state().name().toLowerCase(Locale.ROOT));
        out.writeStringField("detail", health.detail());
    }
}
