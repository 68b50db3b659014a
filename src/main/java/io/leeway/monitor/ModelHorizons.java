package io.leeway.monitor;

import io.leeway.memory.Horizons;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * From when on what each model has in memory may go: a day behind its label horizon, so that a clock set back a little finds
 * everything still there that it should; and all of it of models that were erased.
 */
final class ModelHorizons implements Horizons {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<Long, Long> byModel = new HashMap<>();
    private final long position;
    private final long latest;

    private ModelHorizons(Collection<LaneModel> models, long position, ToLongFunction<LaneModel> horizon) {
        models.forEach(model -> byModel.put(model.number(), horizon.applyAsLong(model)));
        this.position = position;
        this.latest = byModel.values().stream().mapToLong(it -> it).max().orElse(Long.MIN_VALUE);
    }

    /**
     * The horizons of all models there are.
     *
     * @param now epoch milliseconds of arrival
     * @param position the lane's: a model with a number from there on is none that is gone
     */
    static ModelHorizons at(long now, Collection<LaneModel> models, long position) {
        return new ModelHorizons(models, position, model -> model.horizon(now) - DAY);
    }

    /** Of these models everything stays. */
    static ModelHorizons ofGone(Collection<LaneModel> models, long position) {
        return new ModelHorizons(models, position, model -> Long.MIN_VALUE);
    }

    @Override
    public long of(long model) {
        return byModel.getOrDefault(model, Long.MIN_VALUE);
    }

    @Override
    public boolean gone(long model) {
        return model < position && !byModel.containsKey(model);
    }

    @Override
    public long latest() {
        return latest;
    }
}
