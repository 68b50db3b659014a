package io.leeway.monitor;

import io.leeway.bytes.ByteWriter;
import io.leeway.series.Point;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells once of each version of a model that it has come, as a point of the series {@code deployment} at its oldest row. */
final class Deployments {
    private final Store store;

    Deployments(Store store) {
        this.store = store;
    }

    void tell(KnownModel model, Changes changes) {
        String name = model.definition().name();
        model.versions().forEach((version, first) -> {
            byte[] key = Keys.of(name, version).bytes();
            if (store.get(Tables.DEPLOYMENTS, key).isEmpty()) {
                changes.put(
                        Tables.DEPLOYMENTS, key, new ByteWriter().whole(first).toByteArray());
                OwedPoints.mark(point(name, version, Instant.ofEpochMilli(first)), changes);
            }
        });
    }

    private static Point point(String model, String version, Instant first) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", model);
        tags.put("version", version);
        return new Point("deployment", first, tags, Map.of("first_seen", first.toString()));
    }
}
