package io.leeway.monitor;

import io.leeway.state.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The baselines in use, read from the store once. */
final class Baselines {
    private static final int MOST_IN_MEMORY = 64;

    private final Store store;
    private final Map<String, ModelBaseline> inMemory = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ModelBaseline> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };

    Baselines(Store store) {
        this.store = store;
    }

    /** What windows of a version are compared with. */
    Optional<ModelBaseline> of(KnownModel model, String version) {
        return model.baseline(version).flatMap(id -> get(model.definition().name(), id));
    }

    private Optional<ModelBaseline> get(String model, String id) {
        Optional<ModelBaseline> known = Optional.ofNullable(inMemory.get(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<ModelBaseline> read = LaneStore.baseline(store, model, id);
        read.ifPresent(baseline -> inMemory.put(id, baseline));
        return read;
    }
}
