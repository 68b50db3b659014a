package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import io.leeway.state.Store;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The baselines in use, read from the store once. One thread. */
final class Baselines {
    /** As many as the segments of one model, and some more. */
    private static final int MOST_IN_MEMORY = 80;

    /** The same for three window sizes. */
    private static final int MOST_COMPARISONS = 3 * MOST_IN_MEMORY;

    private final Store store;
    private final Map<BaselineKey, ModelBaseline> inMemory = new Recent<>(MOST_IN_MEMORY);
    private final Map<ComparisonKey, WindowComparison> comparisons = new Recent<>(MOST_COMPARISONS);

    Baselines(Store store) {
        this.store = store;
    }

    /**
     * What one window is compared with: the newest that its rows were held against, of the version's own or else of the
     * model's; where its rows met none, the one in use. So a new baseline takes nothing from the windows before it. A
     * segment is compared with the same segment of the baseline.
     */
    Optional<ModelBaseline> of(KnownModel model, WindowKey key, Profile window) {
        Optional<ModelBaseline> whole = newest(model, key.version(), window)
                .or(() -> newest(model, "", window))
                .or(() -> of(model, key.version()));
        return key.isOfWhole() ? whole : whole.map(it -> part(key, it));
    }

    /** What the next rows of a version are held against. */
    Optional<ModelBaseline> of(KnownModel model, String version) {
        return model.baseline(version).flatMap(id -> get(model.definition().name(), id));
    }

    /** What windows like one can be told by against a baseline. */
    WindowComparison comparison(ModelBaseline baseline, WindowKey window, ZoneId zone) {
        BaselineKey compared = new BaselineKey(baseline.baseline().id(), window.segment());
        return comparisons.computeIfAbsent(
                new ComparisonKey(compared, window.size(), zone),
                key -> new WindowComparison(baseline.baseline().reference(key.size(), zone)));
    }

    /**
     * What the rest of a window can be told by without one segment of it.
     *
     * @param others what the baseline says of all other segments of the same feature, at least one
     */
    WindowComparison without(WindowKey segment, List<ModelBaseline> others, ZoneId zone) {
        BaselineKey rest = new BaselineKey(others.get(0).baseline().id(), "without " + segment.segment());
        return comparisons.computeIfAbsent(
                new ComparisonKey(rest, segment.size(), zone),
                key -> new WindowComparison(Baseline.together(
                                others.stream().map(ModelBaseline::baseline).toList())
                        .reference(key.size(), zone)));
    }

    /** What a baseline says of the segment of a window. */
    ModelBaseline part(WindowKey key, ModelBaseline whole) {
        String id = whole.baseline().id();
        return inMemory.computeIfAbsent(
                new BaselineKey(id, key.segment()),
                unused -> LaneStore.baseline(store, key.model(), id, key.segment())
                        .orElseGet(whole::withoutRows));
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
        BaselineKey key = new BaselineKey(id, WindowKey.WHOLE);
        Optional<ModelBaseline> known = Optional.ofNullable(inMemory.get(key));
        if (known.isPresent()) {
            return known;
        }
        Optional<ModelBaseline> read = LaneStore.baseline(store, model, id);
        read.ifPresent(baseline -> inMemory.put(key, baseline));
        return read;
    }

    private record BaselineKey(String id, String segment) {}

    private record ComparisonKey(BaselineKey baseline, WindowSize size, ZoneId zone) {}

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
