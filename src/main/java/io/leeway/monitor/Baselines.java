package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.catalog.TimeOfWeek;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import io.leeway.state.Store;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** The baselines in use, read from the store once while there is room. One thread. */
final class Baselines {
    /**
     * The most that is kept, as bytes in the store, each baseline weighed twice for what comparisons work out of it: more
     * where there is a larger heap, since segments of a wide model that do not fit are read and worked out for every
     * report. In a heap of 1 GB it takes ten times as much: 160 MB at most, of 20 features some 20 baselines of 10,000
     * edges each with all their segments.
     */
    private static final long MOST_BYTES =
            Math.max(32 << 20, Runtime.getRuntime().maxMemory() / 32);

    /** Of one baseline, windows of so many sizes and times of the week: more than a week has hours. */
    private static final int MOST_COMPARISONS = 200;

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
        return comparison(baseline, window, new Windows(window.size(), zone, Optional.empty()));
    }

    /** The same against those rows of a baseline that stand at its time of the week. */
    WindowComparison season(ModelBaseline baseline, WindowKey window, ZoneId zone) {
        Optional<TimeOfWeek> time = Optional.of(TimeOfWeek.of(window.start(), zone));
        return comparison(baseline, window, new Windows(window.size(), zone, time));
    }

    private WindowComparison comparison(ModelBaseline baseline, WindowKey window, Windows windows) {
        return held.get(new BaselineKey(baseline.baseline().id(), window.segment()))
                .filter(it -> it.baseline().equals(baseline))
                .map(it -> it.comparison(windows))
                .orElseGet(() -> windows.of(baseline));
    }

    /** What a baseline says of the segment of a window. */
    ModelBaseline part(WindowKey key, ModelBaseline whole) {
        BaselineKey segment = new BaselineKey(whole.baseline().id(), key.segment());
        return held.get(segment).map(Held::baseline).orElseGet(() -> keepPart(segment, key.model(), whole));
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
                .or(() -> LaneStore.baseline(store, model, id)
                        .map(bytes -> keep(key, ModelBaseline.read(new ByteReader(bytes)), bytes.length)));
    }

    /** Of a segment only its rows are kept: its bins are those of the whole. */
    private ModelBaseline keepPart(BaselineKey key, String model, ModelBaseline whole) {
        Optional<byte[]> bytes = LaneStore.baseline(store, model, key.id(), key.segment());
        ModelBaseline part = bytes.map(
                        it -> ModelBaseline.read(new ByteReader(it)).onBinsOf(whole))
                .orElseGet(whole::withoutRows);
        int bins = held.get(new BaselineKey(key.id(), WindowKey.WHOLE))
                .map(Held::bins)
                .orElse(0);
        return keep(key, part, Math.max(0, bytes.map(it -> it.length).orElse(0) - bins));
    }

    private ModelBaseline keep(BaselineKey key, ModelBaseline baseline, long bytes) {
        int bins =
                key.segment().equals(WindowKey.WHOLE) ? baseline.withoutRows().bytes().length : 0;
        held.put(key, new Held(baseline, bins, new Kept<>(MOST_COMPARISONS)), Math.min(heaviest, 2 * bytes));
        return baseline;
    }

    private record BaselineKey(String id, String segment) {}

    /**
     * Windows of a baseline.
     *
     * @param time empty: at whatever time
     */
    private record Windows(WindowSize size, ZoneId zone, Optional<TimeOfWeek> time) {
        WindowComparison of(ModelBaseline model) {
            Baseline baseline = model.baseline();
            return new WindowComparison(time.map(
                            at -> baseline.reference(size, zone, start -> at.equals(TimeOfWeek.of(start, zone))))
                    .orElseGet(() -> baseline.reference(size, zone)));
        }
    }

    /**
     * A baseline, and what windows can be told by against it.
     *
     * @param bins of a whole one the bytes that each of its segments repeats in the store and not in memory
     */
    private record Held(ModelBaseline baseline, int bins, Kept<Windows, WindowComparison> comparisons) {
        WindowComparison comparison(Windows windows) {
            return comparisons.get(windows).orElseGet(() -> {
                WindowComparison made = windows.of(baseline);
                comparisons.put(windows, made, 1);
                return made;
            });
        }
    }
}
