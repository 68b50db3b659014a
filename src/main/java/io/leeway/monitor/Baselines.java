package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import io.leeway.state.Store;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The baselines in use, read from the store once. One thread. */
final class Baselines {
    private static final int MOST_IN_MEMORY = 64;

    private final Store store;
    private final Map<String, ModelBaseline> inMemory = new Recent<>(MOST_IN_MEMORY);
    private final Map<ComparisonKey, WindowComparison> comparisons = new Recent<>(MOST_IN_MEMORY);

    Baselines(Store store) {
        this.store = store;
    }

    /**
     * What one window is compared with: the newest that its rows were held against, of the version's own or else of the
     * model's; where its rows met none, the one in use. So a new baseline takes nothing from the windows before it.
     */
    Optional<ModelBaseline> of(KnownModel model, String version, Profile window) {
        return newest(model, version, window)
                .or(() -> newest(model, "", window))
                .or(() -> of(model, version));
    }

    /** What the next rows of a version are held against. */
    Optional<ModelBaseline> of(KnownModel model, String version) {
        return model.baseline(version).flatMap(id -> get(model.definition().name(), id));
    }

    /** What windows of a size can be told by against a baseline. */
    WindowComparison comparison(ModelBaseline baseline, WindowSize size, ZoneId zone) {
        return comparisons.computeIfAbsent(
                new ComparisonKey(baseline.baseline().id(), size, zone),
                key -> new WindowComparison(baseline.baseline().reference(size, zone)));
    }

    private Optional<ModelBaseline> newest(KnownModel model, String version, Profile window) {
        return window.baselines().stream()
                .sorted(Comparator.reverseOrder())
                .map(id -> get(model.definition().name(), id))
                .flatMap(Optional::stream)
                .filter(baseline -> baseline.version().orElse("").equals(version))
                .findFirst();
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

    private record ComparisonKey(String baseline, WindowSize size, ZoneId zone) {}

    /** Keeps what was used last. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
