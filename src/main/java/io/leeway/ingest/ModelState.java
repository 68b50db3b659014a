package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelForm;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the journal's writer knows of one model: its definition, how far its event time has come, which baselines it has,
 * and the rows from which one is being learned. A function of the model's entries.
 */
final class ModelState {
    /** A model without rows for so long sleeps: no more windows close until its next row. */
    static final Duration SLEEPS_AFTER = Duration.ofDays(30);

    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final int VERSION = 1;

    private Model model;
    private long rows;
    private long labels;
    /** The largest min(event time, arrival) so far. */
    private long newest = Entry.NO_WATERMARK;

    private long watermark = Entry.NO_WATERMARK;
    private long lastArrival = Entry.NO_WATERMARK;
    /** Where the watermark stood when the last rows arrived: from there it goes on at the clock's pace. */
    private long watermarkAtArrival = Entry.NO_WATERMARK;

    /** Reference set ids by the version they are for; an empty version is the model's own. */
    private final Map<String, String> references = new TreeMap<>();

    /** When lanes were last told the time; not remembered, so that they are told once more after a restart. */
    private long told = Entry.NO_WATERMARK;

    private final Set<String> versions = new TreeSet<>();
    private final Learner learner;

    ModelState(String name) {
        this(Model.of(name, ModelSettings.withDefaults()), new Learner(name));
    }

    private ModelState(Model model, Learner learner) {
        this.model = model;
        this.learner = learner;
    }

    Model model() {
        return model;
    }

    boolean hasRows() {
        return rows > 0;
    }

    /** Rows of predictions and labels accepted since ever. */
    long accepted() {
        return rows + labels;
    }

    long watermark() {
        return watermark;
    }

    Learner learner() {
        return learner;
    }

    /** Every version that a row had. */
    Set<String> versions() {
        return versions;
    }

    Map<String, String> references() {
        return references;
    }

    /** Whether values of some feature are watched apart. */
    boolean hasSegments() {
        return !model.settings().watching().segments().isEmpty();
    }

    /** Rows before this are too old to be counted; epoch milliseconds. */
    long oldest() {
        return watermark == Entry.NO_WATERMARK
                ? Long.MIN_VALUE
                : watermark - model.settings().keepWindows().toMillis();
    }

    /** The watermark once rows with these event times have arrived. */
    long watermarkAfter(long[] timestamps, long arrival) {
        long after = newest;
        for (long timestamp : timestamps) {
            after = Math.max(after, Math.min(timestamp, arrival));
        }
        return after == Entry.NO_WATERMARK
                ? watermark
                : Math.max(watermark, after - model.settings().lateness().toMillis());
    }

    /**
     * The watermark to journal now that nothing has arrived for a while, if it closes a window. It is never further than
     * a row of this moment would bring it, though it was when the clock was put back before the last rows came.
     */
    Optional<Long> idleWatermark(long now) {
        if (watermark == Entry.NO_WATERMARK) {
            return Optional.empty();
        }
        long idle = now - lastArrival - model.settings().idleAfter().toMillis();
        long live = now - model.settings().lateness().toMillis();
        long most = Math.min(newest + SLEEPS_AFTER.toMillis(), live);
        long after = Math.min(watermarkAtArrival + idle, most);
        return idle > 0 && after > watermark && windowOf(after) > windowOf(watermark)
                ? Optional.of(after)
                : Optional.empty();
    }

    /** What arrived before this is no longer remembered at {@code now}; both epoch milliseconds. */
    long labelHorizon(long now) {
        return now - model.settings().labelHorizon().toMillis();
    }

    /**
     * Whether lanes must be told the time although nothing happens: once a day, so that they forget what is older than the
     * label horizon.
     */
    boolean mustForget(long now) {
        return accepted() > 0 && Math.floorDiv(now, DAY) > Math.floorDiv(told, DAY);
    }

    void changed(Model definition) {
        model = definition;
    }

    void arrived(Entry.Predictions entry) {
        rows += entry.batch().size();
        for (long timestamp : entry.batch().timestamps()) {
            newest = Math.max(newest, Math.min(timestamp, entry.arrival()));
        }
        rememberVersions(entry.batch());
        watermark = entry.watermark();
        told = entry.arrival();
        if (entry.batch().size() > 0) {
            lastArrival = entry.arrival();
            watermarkAtArrival = watermark;
        }
        if (!references.containsKey("")) {
            learner.learn(entry.batch());
        }
    }

    /** The dictionary may hold texts of rows that were rejected. */
    private void rememberVersions(Batch batch) {
        if (!versions.containsAll(batch.versions().texts())) {
            for (int row = 0; row < batch.size(); row++) {
                versions.add(batch.version(row));
            }
        }
    }

    void labelled(Entry.Truth entry) {
        labels += entry.labels().size();
        told = entry.arrival();
    }

    void forgotten(Entry.Forgotten entry) {
        learner.forget(entry.id());
    }

    /** Returns the reference set it takes the place of. */
    Optional<String> referenced(Entry.Reference reference) {
        if (reference.version().isEmpty()) {
            learner.stop();
        }
        return Optional.ofNullable(references.put(reference.version().orElse(""), reference.id()));
    }

    void ticked(Entry.Tick entry) {
        watermark = entry.watermark();
        told = entry.arrival();
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter().octet(VERSION);
        ModelForm.write(model, out);
        out.count(rows)
                .count(labels)
                .whole(newest)
                .whole(watermark)
                .whole(lastArrival)
                .whole(watermarkAtArrival);
        out.count(references.size());
        references.forEach((version, id) -> out.text(version).text(id));
        learner.write(out);
        out.count(versions.size());
        versions.forEach(out::text);
        return out.toByteArray();
    }

    static ModelState read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a model's state", VERSION);
        Model model = ModelForm.read(in);
        long rows = in.count();
        long labels = in.count();
        long[] times = {in.whole(), in.whole(), in.whole(), in.whole()};
        Map<String, String> references = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            references.put(in.text(), in.text());
        }
        ModelState state = new ModelState(model, Learner.read(model.name(), in));
        state.rows = rows;
        state.labels = labels;
        state.newest = times[0];
        state.watermark = times[1];
        state.lastArrival = times[2];
        state.watermarkAtArrival = times[3];
        state.references.putAll(references);
        for (int left = in.length(); left > 0; left--) {
            state.versions.add(in.text());
        }
        return state;
    }

    private long windowOf(long time) {
        return model.settings()
                .base()
                .startOf(Instant.ofEpochMilli(time), model.settings().zone())
                .toEpochMilli();
    }
}
