package io.leeway.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What is done to the service by whoever looks after it. */
final class UpkeepEndpoints {
    private final Upkeep upkeep;

    UpkeepEndpoints(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    List<Endpoint> all() {
        return List.of(new Endpoint(HttpMethod.POST, "/v1/rebuild", Door.OPERATE, this::rebuild));
    }

    private Future<Answer> rebuild(RoutingContext context) {
        return Future.fromCompletionStage(
                        upkeep.rebuildSeries(), context.vertx().getOrCreateContext())
                .map(rebuilt -> Answer.json(202, out -> {
                    out.writeNumberField("windows", rebuilt.windows());
                    out.writeNumberField("marks", rebuilt.marks());
                }));
    }
}
