package io.leeway.monitor;

import io.leeway.catalog.Metrics;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.WindowSize;
import io.leeway.change.ChangeWatch;
import io.leeway.change.LossLevel;
import io.leeway.ingest.Entry;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows detectors the days of a model that have closed and whose labels are new, and remembers what they found. A label that
 * comes late for its day has them look again from that day on: what they have found in the end is a function of the labels
 * and not of their order.
 *
 * <p>One look, made before the model's windows are reported. What it found is written with the last of their reports: a crash
 * in between has everything looked at once more.
 */
final class Detecting {
    private final Store store;
    private final KnownModel model;
    private final Baselines baselines;
    private final ZoneId zone;
    private final Instant closed;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Detections> before = new TreeMap<>();
    private final Map<String, Detections> after = new TreeMap<>();

    Detecting(Store store, KnownModel model, Baselines baselines) {
        this.store = store;
        this.model = model;
        this.baselines = baselines;
        this.zone = model.definition().settings().zone();
        this.closed = model.watermark() == Entry.NO_WATERMARK
                ? Instant.EPOCH
                : WindowSize.DAY.startOf(Instant.ofEpochMilli(model.watermark()), zone);
        readNotes();
        model.versions().keySet().forEach(version -> look(version, List.of(version)));
        look(WindowKey.ALL_VERSIONS, model.versions().keySet());
    }

    /** The windows of a day or longer that detectors say something else of than before. */
    Set<WindowKey> changed(ReportStore reports) {
        Set<WindowKey> keys = new HashSet<>();
        after.forEach((version, now) -> now.differences(detections(before, version))
                .forEach(found -> sizes().forEach(size -> keys.add(key(version, size, found)))));
        keys.removeIf(key -> !reports.has(key));
        return keys;
    }

    /** What detectors say of a window; nothing of one that is shorter than a day, or of a segment. */
    List<DetectorReport> of(WindowKey key, Instant end) {
        return key.isOfWhole() && isLong(key.size()) && !end.isAfter(closed)
                ? detections(after, key.version()).in(key.start(), end)
                : List.of();
    }

    /** Writes what was found, and that it was looked at. */
    void done(Changes changes) {
        after.forEach((version, now) -> {
            if (!now.equals(detections(before, version))) {
                changes.put(Tables.DETECTIONS, key(version), now.bytes());
            }
        });
        notes.stream()
                .filter(note -> note.hour().start() < closed.toEpochMilli() && isKnown(note.hour()))
                .forEach(note -> changes.deleteIf(Tables.TO_DETECT, note.key(), note.token()));
    }

    /** A version that lanes have just met is looked at when the model is read next. */
    private boolean isKnown(LabelHour hour) {
        return model.versions().containsKey(hour.version());
    }

    private void readNotes() {
        byte[] prefix = Keys.of(name()).bytes();
        store.scan(Tables.TO_DETECT, prefix, Keys.after(prefix), (key, token) -> {
            notes.add(new Note(LabelHour.read(key), key, token));
            return true;
        });
    }

    private void look(String version, Collection<String> versions) {
        Detections known =
                store.get(Tables.DETECTIONS, key(version)).map(Detections::read).orElse(Detections.NONE);
        before.put(version, known);
        Instant from = earliest(versions, known.upTo());
        after.put(version, from.isBefore(closed) ? looked(version, versions, known, from) : known);
    }

    /** From where on there is something new: the end of the last day shown, or the start of an earlier one with new labels. */
    private Instant earliest(Collection<String> versions, Instant upTo) {
        return notes.stream()
                .filter(note -> versions.contains(note.hour().version()))
                .map(note ->
                        WindowSize.DAY.startOf(Instant.ofEpochMilli(note.hour().start()), zone))
                .filter(day -> day.isBefore(upTo))
                .min(Instant::compareTo)
                .orElse(upTo);
    }

    private Detections looked(String version, Collection<String> versions, Detections known, Instant from) {
        return watch(version)
                .map(watch -> known.from(from, closed, watch, watch.look(LossDays.of(store, model, versions, closed))))
                .orElseGet(() -> known.upTo(closed));
    }

    private Optional<ChangeWatch> watch(String version) {
        return baselines
                .of(model, version)
                .flatMap(ModelBaseline::level)
                .map(level -> watch(level, model.definition()));
    }

    private static ChangeWatch watch(LossLevel level, Model definition) {
        Task task = definition.task().orElseThrow();
        String metric = Metrics.ofLoss(task);
        Map<String, Tolerance> set = definition.settings().performanceTolerance();
        Tolerance tolerance = Optional.ofNullable(set.get(metric))
                .or(() -> Optional.ofNullable(Metrics.tolerances(task).get(metric)))
                .orElseThrow();
        return new ChangeWatch(level, tolerance.around(task == Task.REGRESSION ? level.mean() : 1 - level.mean()));
    }

    private List<WindowSize> sizes() {
        return model.definition().settings().windows().stream()
                .filter(Detecting::isLong)
                .toList();
    }

    private static boolean isLong(WindowSize size) {
        return size.compareTo(WindowSize.DAY) >= 0;
    }

    /** The window in which something was found: a day's end belongs to it. */
    private WindowKey key(String version, WindowSize size, Instant found) {
        return new WindowKey(name(), version, WindowKey.WHOLE, size, size.startOf(found.minusMillis(1), zone));
    }

    private byte[] key(String version) {
        return Keys.of(name(), version).bytes();
    }

    private String name() {
        return model.definition().name();
    }

    private static Detections detections(Map<String, Detections> of, String version) {
        return of.getOrDefault(version, Detections.NONE);
    }

    /** That an hour has labels the detectors have not been shown. */
    private record Note(LabelHour hour, byte[] key, byte[] token) {}
}
