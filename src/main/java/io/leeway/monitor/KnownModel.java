package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.ingest.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all lanes together know of a model. Definition and baselines are those of the lane that has come furthest.
 *
 * @param watermark the least of all lanes, epoch milliseconds, or {@link Entry#NO_WATERMARK}
 * @param newest the newest event time of a row, or {@link Entry#NO_WATERMARK}
 * @param newestLabel when the newest label that met a prediction became known, or {@link Entry#NO_WATERMARK}
 * @param versions each with its oldest event time, epoch milliseconds
 * @param baselines ids by the version they are for; an empty version is the model's own
 */
record KnownModel(
        Model definition,
        long watermark,
        long newest,
        long newestLabel,
        Map<String, Long> versions,
        Map<String, String> baselines,
        Counters predictions,
        Counters labels) {

    /**
     * Adds lanes up.
     *
     * @param known what each lane that has met the model knows, by lane, also of lanes there were in earlier runs
     * @param lanes how many lanes there are now; empty unless all of them have met the model
     */
    static Optional<KnownModel> of(Map<Integer, LaneModel> known, int lanes) {
        Collection<LaneModel> active = new TreeMap<>(known).headMap(lanes).values();
        if (active.size() < lanes) {
            return Optional.empty();
        }
        LaneModel ahead = active.stream()
                .max(Comparator.comparingLong(LaneModel::edition))
                .orElseThrow();
        long watermark = active.stream().mapToLong(LaneModel::watermark).min().orElseThrow();
        Map<String, Long> versions = new TreeMap<>();
        Counters predictions = new Counters();
        Counters labels = new Counters();
        long newest = Entry.NO_WATERMARK;
        long newestLabel = Entry.NO_WATERMARK;
        for (LaneModel lane : known.values()) {
            lane.versions().forEach((version, first) -> versions.merge(version, first, Math::min));
            predictions.merge(lane.predictions());
            labels.merge(lane.labels());
            newest = Math.max(newest, lane.newest());
            newestLabel = Math.max(newestLabel, lane.newestLabel());
        }
        return Optional.of(new KnownModel(
                ahead.definition(), watermark, newest, newestLabel, versions, ahead.baselines(), predictions, labels));
    }

    /** The oldest event time of any row; the largest number before the first row. */
    long first() {
        return versions.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** The baseline that windows of a version are compared with: its own, or the model's. */
    Optional<String> baseline(String version) {
        return Optional.ofNullable(baselines.get(version)).or(() -> Optional.ofNullable(baselines.get("")));
    }
}
