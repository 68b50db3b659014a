package io.leeway.app.verticle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many rows of each model have been accepted since ever. Thread-safe. */
public final class AcceptedRows {
    private final Map<String, Long> rows = new ConcurrentHashMap<>();

    /** Rows of predictions and labels. */
    public long of(String model) {
        return rows.getOrDefault(model, 0L);
    }

    void update(String model, long accepted) {
        rows.put(model, accepted);
    }

    void update(Map<String, Long> accepted) {
        rows.putAll(accepted);
    }
}
