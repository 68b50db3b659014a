package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.EarlyLabels;
import io.leeway.truth.LabelDelays;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long labels of each class took in the last four weeks whose label horizon is over, so that no more of them are
 * expected. Looked up once a day of event time for each version, and when a row or a label of those weeks has come. One
 * thread.
 */
final class DelayHistory {
    private static final Duration LENGTH = Duration.ofDays(28);
    private static final int MOST_IN_MEMORY = 1_000;

    private final Store store;
    private final Map<List<String>, Known> inMemory = new HashMap<>();

    DelayHistory(Store store) {
        this.store = store;
    }

    /** How labels of a window's rows come to be known; empty where nothing is to be corrected, or too little is known. */
    Optional<EarlyLabels> early(KnownModel model, String version, WindowSum sum) {
        boolean binary = model.definition().task().filter(Task.BINARY::equals).isPresent();
        if (!binary
                || sum.labelled() == 0
                || sum.labelled() >= sum.whole().profile().rows()) {
            return Optional.empty();
        }
        Known known = known(model, version);
        Map<Duration, Long> ages = ages(model, sum);
        return Optional.of(new EarlyLabels(
                        EarlyLabels.Known.of(known.positives(), ages), EarlyLabels.Known.of(known.negatives(), ages)))
                .filter(EarlyLabels::matters);
    }

    /** Forgets what these base windows of a model were part of. */
    void forget(String model, Collection<PartialKey> changed) {
        inMemory.entrySet()
                .removeIf(known -> known.getKey().get(0).equals(model)
                        && changed.stream().anyMatch(partial -> known.getValue().covers(partial)));
    }

    /** Forgets a model. */
    void forget(String model) {
        inMemory.keySet().removeIf(known -> known.get(0).equals(model));
    }

    /** Rows of a base window are taken to be as old as its middle. */
    private static Map<Duration, Long> ages(KnownModel model, WindowSum sum) {
        long half = model.definition().settings().base().duration().toMillis() / 2;
        Map<Duration, Long> ages = new LinkedHashMap<>();
        sum.rows()
                .forEach((start, rows) ->
                        ages.merge(Duration.ofMillis(Math.max(0, model.watermark() - start - half)), rows, Long::sum));
        return ages;
    }

    private Known known(KnownModel model, String version) {
        ModelSettings settings = model.definition().settings();
        Instant end = WindowSize.DAY.startOf(
                Instant.ofEpochMilli(model.watermark()).minus(settings.labelHorizon()), settings.zone());
        List<String> key = List.of(model.definition().name(), version);
        Known before = inMemory.get(key);
        if (before != null && before.end().equals(end)) {
            return before;
        }
        if (inMemory.size() > MOST_IN_MEMORY) {
            inMemory.clear();
        }
        Known read = read(model, version, end);
        inMemory.put(key, read);
        return read;
    }

    private Known read(KnownModel model, String version, Instant end) {
        Known known = new Known(end, new LabelDelays(), new LabelDelays());
        List<String> versions = version.equals(WindowKey.ALL_VERSIONS)
                ? List.copyOf(model.versions().keySet())
                : List.of(version);
        for (String one : versions) {
            Keys whole = Keys.of(model.definition().name(), one, WindowKey.WHOLE);
            byte[] from = Keys.of(model.definition().name(), one, WindowKey.WHOLE)
                    .number(end.minus(LENGTH).toEpochMilli())
                    .bytes();
            store.scan(Tables.PARTIALS, from, whole.number(end.toEpochMilli()).bytes(), (key, bytes) -> {
                known.add(Partial.read(bytes));
                return true;
            });
        }
        return known;
    }

    /** By class. */
    private record Known(Instant end, LabelDelays positives, LabelDelays negatives) {
        boolean covers(PartialKey partial) {
            return partial.start() >= end.minus(LENGTH).toEpochMilli() && partial.start() < end.toEpochMilli();
        }

        void add(Partial partial) {
            positives.merge(partial.positiveDelays());
            negatives.merge(partial.delays());
            negatives.subtract(partial.positiveDelays());
        }
    }
}
