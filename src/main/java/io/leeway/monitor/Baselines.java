package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import io.leeway.state.Store;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The baselines in use, read from the store once while there is room. One thread. */
final class Baselines {
    /**
     * The most that is kept, as bytes in the store, each baseline weighed twice for what comparisons work out of it. In the
     * heap it takes ten times as much: 160 MB at most, of 20 features some 20 baselines of 10,000 edges each with all
     * their segments.
     */
    private static final long MOST_BYTES = 32 << 20;

    private final Store store;
    private final Kept<BaselineKey, Held> held;
    private final long heaviest;
    private final ManyInputs manyInputs = new ManyInputs();

    Baselines(Store store) {
        this(store, MOST_BYTES);
    }

    /** Baselines of which no more is kept than so many bytes of the store; however heavy, the last two stay. */
    Baselines(Store store, long mostBytes) {
        this.store = store;
        this.held = new Kept<>(mostBytes);
        this.heaviest = mostBytes / 2;
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

    /** What is found in features together. */
    ManyInputs manyInputs() {
        return manyInputs;
    }

    /** What windows like one can be told by against a baseline. */
    WindowComparison comparison(ModelBaseline baseline, WindowKey window, ZoneId zone) {
        return held.get(new BaselineKey(baseline.baseline().id(), window.segment()))
                .filter(it -> it.baseline().equals(baseline))
                .map(it -> it.comparison(window.size(), zone))
                .orElseGet(() -> comparison(baseline, window.size(), zone));
    }

    /** What a baseline says of the segment of a window. */
    ModelBaseline part(WindowKey key, ModelBaseline whole) {
        BaselineKey segment = new BaselineKey(whole.baseline().id(), key.segment());
        return held.get(segment)
                .map(Held::baseline)
                .orElseGet(() -> keepPart(
                        segment,
                        LaneStore.baseline(store, key.model(), segment.id(), segment.segment())
                                .map(part -> part.onBinsOf(whole))
                                .orElseGet(whole::withoutRows)));
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
        return held.get(key)
                .map(Held::baseline)
                .or(() -> LaneStore.baseline(store, model, id).map(read -> keep(key, read)));
    }

    private ModelBaseline keep(BaselineKey key, ModelBaseline whole) {
        return keep(key, whole, whole.bytes().length);
    }

    /** Of a segment only its rows are kept: its bins are those of the whole. */
    private ModelBaseline keepPart(BaselineKey key, ModelBaseline part) {
        return keep(key, part, part.bytes().length - part.withoutRows().bytes().length);
    }

    private ModelBaseline keep(BaselineKey key, ModelBaseline baseline, long bytes) {
        held.put(key, new Held(baseline), Math.min(heaviest, 2 * bytes));
        return baseline;
    }

    private static WindowComparison comparison(ModelBaseline baseline, WindowSize size, ZoneId zone) {
        return new WindowComparison(baseline.baseline().reference(size, zone));
    }

    private record BaselineKey(String id, String segment) {}

    private record SizeInZone(WindowSize size, ZoneId zone) {}

    /** A baseline, and what windows can be told by against it. */
    private record Held(ModelBaseline baseline, Map<SizeInZone, WindowComparison> comparisons) {
        Held(ModelBaseline baseline) {
            this(baseline, new HashMap<>());
        }

        WindowComparison comparison(WindowSize size, ZoneId zone) {
            return comparisons.computeIfAbsent(
                    new SizeInZone(size, zone), key -> Baselines.comparison(baseline, key.size(), key.zone()));
        }
    }
}
