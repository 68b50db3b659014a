package io.leeway.monitor;

import io.leeway.memory.Horizons;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * From when on what each model has in memory may go: a day behind its label horizon, so that a clock set back a little finds
 * everything still there that it should.
 */
final class ModelHorizons implements Horizons {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<Long, Long> byModel = new HashMap<>();
    private final long latest;

    /**
     * The horizons of some models.
     *
     * @param now epoch milliseconds of arrival
     */
    ModelHorizons(Collection<LaneModel> models, long now) {
        for (LaneModel model : models) {
            byModel.put(model.number(), model.horizon(now) - DAY);
        }
        this.latest = byModel.values().stream().mapToLong(it -> it).max().orElse(Long.MIN_VALUE);
    }

    @Override
    public long of(long model) {
        return byModel.getOrDefault(model, Long.MIN_VALUE);
    }

    @Override
    public long latest() {
        return latest;
    }
}
