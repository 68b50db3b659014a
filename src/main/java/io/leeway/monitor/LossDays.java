package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.catalog.WindowSize;
import io.leeway.change.LossDay;
import io.leeway.sketch.ExactMoments;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became known of some versions of a model day by day, all lanes together. */
final class LossDays {
    private final Store store;
    private final ZoneId zone;
    private final SortedMap<Instant, ExactMoments> byDay = new TreeMap<>();

    private LossDays(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * The days with labels, oldest first.
     *
     * @param end of the last day, exclusive
     */
    static List<LossDay> of(Store store, KnownModel model, Collection<String> versions, Instant end) {
        LossDays days = new LossDays(store, model.definition().settings().zone());
        versions.forEach(version -> days.add(Keys.of(model.definition().name(), version), end));
        return days.byDay.entrySet().stream()
                .filter(day -> day.getValue().n() > 0)
                .map(days::day)
                .toList();
    }

    private void add(Keys version, Instant end) {
        byte[] from = version.bytes();
        byte[] to = version.number(end.toEpochMilli()).bytes();
        store.scan(Tables.LABEL_HOURS, from, to, (key, bytes) -> {
            Instant hour = Instant.ofEpochMilli(LabelHour.read(key).start());
            byDay.computeIfAbsent(WindowSize.DAY.startOf(hour, zone), unused -> new ExactMoments())
                    .merge(ExactMoments.read(new ByteReader(bytes)));
            return true;
        });
    }

    private LossDay day(Map.Entry<Instant, ExactMoments> day) {
        Instant end = WindowSize.DAY.endOf(day.getKey(), zone);
        return new LossDay(day.getKey(), end, day.getValue().n(), day.getValue().sum());
    }
}
