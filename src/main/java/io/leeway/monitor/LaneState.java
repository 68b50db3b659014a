package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.ingest.Entry;
import io.leeway.profile.Layout;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything one lane knows, and its one commit: {changed partials, changed memory, changed models, the windows changed
 * for the reporter, journal position} in a single atomic write. After a crash the lane is what its last commit says, and
 * the journal behind that position is applied again: exactly once by construction. The whole protocol stands at the package.
 */
final class LaneState {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Store store;
    private final int lane;
    private final Partials partials;
    private final LabelHours labelHours;
    private final Memory memory;
    private final Map<String, LaneModel> models = new HashMap<>();
    private final Set<LaneModel> changedModels = new HashSet<>();
    private final Map<SegmentedBaseline, String> newBaselines = new HashMap<>();
    private final Map<String, Cuts> cuts = new HashMap<>();
    private final Map<String, Long> erased = new TreeMap<>();
    private long position;
    private long committed;
    private long swept = Long.MIN_VALUE;

    /** The lane as of its last commit. */
    LaneState(Store store, Ownership ownership) {
        this.store = store;
        this.lane = ownership.lane();
        this.partials = new Partials(store, lane);
        this.labelHours = new LabelHours(store, lane);
        this.memory = new Memory(store, ownership);
        this.position = LaneStore.position(store, lane);
        this.committed = position;
        LaneStore.models(store, lane)
                .forEach(model -> models.put(model.definition().name(), model));
        memory.without(ModelHorizons.ofGone(models.values(), position));
    }

    int lane() {
        return lane;
    }

    Partials partials() {
        return partials;
    }

    LabelHours labelHours() {
        return labelHours;
    }

    Memory memory() {
        return memory;
    }

    /** The position of the next entry to apply. */
    long position() {
        return position;
    }

    void position(long next) {
        position = next;
    }

    long committed() {
        return committed;
    }

    /**
     * Once a day of arrival, what has expired may leave the store: of models too to which nothing comes any more. A clock
     * that is put back counts as another day, lest one that was years ahead stops this for years.
     */
    void sweep(long arrival) {
        long day = Math.floorDiv(arrival, DAY);
        if (day != swept) {
            memory.sweep(ModelHorizons.at(arrival, models.values(), position));
            swept = day;
        }
    }

    /** A model that the caller is about to change. */
    LaneModel change(String name) {
        LaneModel model =
                models.computeIfAbsent(name, it -> new LaneModel(position, Model.of(it, ModelSettings.withDefaults())));
        changedModels.add(model);
        return model;
    }

    /** Nothing is known of a model any more; what others know of it is theirs to erase once all lanes have committed this. */
    void erase(String name) {
        changedModels.remove(models.remove(name));
        newBaselines.values().removeIf(name::equals);
        partials.forget(name);
        labelHours.forget(name);
        memory.without(ModelHorizons.ofGone(models.values(), position));
        memory.eraseGone();
        erased.put(name, position);
    }

    /** From here on rows of a version, or of all without a baseline of their own, are held against this one. */
    void baseline(LaneModel model, Optional<String> version, SegmentedBaseline added) {
        String id = added.whole().baseline().id();
        model.baseline(version.orElse(""), id);
        newBaselines.put(added, model.definition().name());
        cuts.put(id, Cuts.of(added.whole()));
    }

    /** The layouts that rows of a version are held against: the model's, and the version's own if it has one. */
    List<Layout> layouts(LaneModel model, String version) {
        List<Layout> found = new ArrayList<>();
        for (String owner : new LinkedHashSet<>(List.of("", version))) {
            Optional.ofNullable(model.baselines().get(owner))
                    .ifPresent(id -> found.add(cuts(model, id).layout()));
        }
        return found;
    }

    /** The segments that rows of a version belong to: those of the model's baseline, or the version's if it has none. */
    SegmentNames segments(LaneModel model, String version) {
        return Optional.ofNullable(model.baselines().get(""))
                .or(() -> Optional.ofNullable(model.baselines().get(version)))
                .map(id -> cuts(model, id).segments())
                .orElseGet(SegmentNames::none);
    }

    /**
     * The segments by which a reference set is cut: as the rows of its version are. One for all versions names them anew, and
     * so does that of a version of a model that has none.
     */
    SegmentNames segments(LaneModel model, Entry.Reference reference) {
        return reference
                .version()
                .flatMap(unused -> Optional.ofNullable(model.baselines().get("")))
                .map(id -> cuts(model, id).segments())
                .orElseGet(() -> SegmentNames.of(
                        reference.rows(),
                        model.definition().settings().watching().segments()));
    }

    /** Writes all that has changed since the last commit, at once. */
    void commit() {
        if (position == committed && !memory.untidy()) {
            return;
        }
        byte[] token = new ByteWriter().count(lane).count(position).toByteArray();
        Changes changes = new Changes();
        partials.commit(changes, token);
        labelHours.commit(changes, token);
        memory.commit(changes);
        erased.forEach((model, at) -> LaneStore.erase(changes, model, lane, at));
        newBaselines.forEach((baseline, model) -> LaneStore.putBaseline(changes, model, baseline));
        changedModels.forEach(model -> LaneStore.putModel(changes, model, lane, token));
        LaneStore.putPosition(changes, lane, position);
        store.commit(changes);
        partials.committed();
        labelHours.committed();
        memory.committed();
        newBaselines.clear();
        changedModels.clear();
        erased.clear();
        committed = position;
    }

    private Cuts cuts(LaneModel model, String id) {
        return cuts.computeIfAbsent(
                id,
                it -> Cuts.of(LaneStore.baseline(store, model.definition().name(), it)
                        .map(bytes -> ModelBaseline.read(new ByteReader(bytes)))
                        .orElseThrow()));
    }

    /** How rows are cut that are held against a baseline. */
    private record Cuts(Layout layout, SegmentNames segments) {
        static Cuts of(ModelBaseline baseline) {
            return new Cuts(baseline.baseline().layout(), baseline.segments());
        }
    }
}
