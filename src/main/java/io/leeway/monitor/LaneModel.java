package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelForm;
import io.leeway.ingest.Entry;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lane knows of one model besides its windows: its definition, how far its event time has come, its versions and
 * baselines, and how many of the lane's rows were counted. Definition, watermark and baselines are the same in all lanes
 * that have applied the same entries.
 */
final class LaneModel {
    private static final int VERSION = 2;
    /** The first version that knows when the newest label became known. */
    private static final int LABELLED = 2;

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final long number;
    private Model definition;
    private long edition;
    private long watermark = Entry.NO_WATERMARK;
    private long newest = Entry.NO_WATERMARK;
    private long newestLabel = Entry.NO_WATERMARK;
    private long expiredUpTo = Entry.NO_WATERMARK;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, String> baselines = new TreeMap<>();
    private final Counters predictions;
    private final Counters labels;

    /**
     * A model that is new to all lanes.
     *
     * @param number the position of its first entry in the journal: no other model has it
     */
    LaneModel(long number, Model definition) {
        this(number, definition, new Counters(), new Counters());
    }

    private LaneModel(long number, Model definition, Counters predictions, Counters labels) {
        this.number = number;
        this.definition = definition;
        this.predictions = predictions;
        this.labels = labels;
    }

    long number() {
        return number;
    }

    Model definition() {
        return definition;
    }

    void definition(Model changed) {
        definition = changed;
        edition++;
    }

    /** How often definition or baselines have changed: of two lanes the one with the higher has come further. */
    long edition() {
        return edition;
    }

    /** Epoch milliseconds, or {@link Entry#NO_WATERMARK}. */
    long watermark() {
        return watermark;
    }

    void watermark(long advanced) {
        watermark = advanced;
    }

    /** The newest event time of a row, epoch milliseconds, or {@link Entry#NO_WATERMARK}. */
    long newest() {
        return newest;
    }

    /** When the newest label that met a prediction became known, epoch milliseconds, or {@link Entry#NO_WATERMARK}. */
    long newestLabel() {
        return newestLabel;
    }

    /** A label met its prediction. */
    void labelled(long known) {
        newestLabel = Math.max(newestLabel, known);
    }

    /** Rows of a version were counted, the oldest and the newest of these event times. */
    void seen(String version, long first, long last) {
        newest = Math.max(newest, last);
        versions.merge(version, first, Math::min);
    }

    /** The versions seen, each with its oldest event time, epoch milliseconds. */
    Map<String, Long> versions() {
        return Collections.unmodifiableMap(versions);
    }

    /** Baseline ids by the version they are for; an empty version is the model's own. */
    Map<String, String> baselines() {
        return Collections.unmodifiableMap(baselines);
    }

    /** From here on rows of a version, or of all without one of their own if it is empty, are held against this one. */
    void baseline(String version, String id) {
        baselines.put(version, id);
        edition++;
    }

    /** Up to which arrival time old predictions have been forgotten. */
    long expiredUpTo() {
        return expiredUpTo;
    }

    /** Forgets once a day of arrival what was heard of before the label horizon. */
    void expire(long now) {
        expiredUpTo = Math.max(expiredUpTo, horizon(now));
    }

    /** The beginning of the day on which what expires now arrived, epoch milliseconds. */
    long horizon(long now) {
        long horizon = now - definition.settings().labelHorizon().toMillis();
        return Math.floorDiv(horizon, DAY) * DAY;
    }

    Counters predictions() {
        return predictions;
    }

    Counters labels() {
        return labels;
    }

    /** The same model in a lane that has counted nothing yet. */
    LaneModel withoutCounts() {
        LaneModel fresh = new LaneModel(number, definition);
        fresh.catchUpWith(this);
        return fresh;
    }

    /** Takes over what is the same in all lanes that have applied the same entries. */
    void catchUpWith(LaneModel other) {
        definition = other.definition;
        edition = other.edition;
        watermark = other.watermark;
        expiredUpTo = other.expiredUpTo;
        baselines.clear();
        baselines.putAll(other.baselines);
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter().octet(VERSION).count(number);
        ModelForm.write(definition, out);
        out.count(edition).whole(watermark).whole(newest).whole(expiredUpTo).count(versions.size());
        versions.forEach((version, first) -> out.text(version).whole(first));
        out.count(baselines.size());
        baselines.forEach((version, id) -> out.text(version).text(id));
        predictions.write(out);
        labels.write(out);
        return out.whole(newestLabel).toByteArray();
    }

    static LaneModel read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.version("a lane's model", VERSION);
        long number = in.count();
        Model definition = ModelForm.read(in);
        long edition = in.count();
        long[] times = {in.whole(), in.whole(), in.whole()};
        Map<String, Long> versions = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            versions.put(in.text(), in.whole());
        }
        Map<String, String> baselines = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            baselines.put(in.text(), in.text());
        }
        LaneModel model = new LaneModel(number, definition, Counters.read(in), Counters.read(in));
        model.edition = edition;
        model.watermark = times[0];
        model.newest = times[1];
        model.expiredUpTo = times[2];
        model.versions.putAll(versions);
        model.baselines.putAll(baselines);
        model.newestLabel = version < LABELLED ? Entry.NO_WATERMARK : in.whole();
        return model;
    }
}
