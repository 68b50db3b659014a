package io.leeway.rocks;

import io.leeway.series.Measurement;
import io.leeway.series.Point;
import io.leeway.series.PointForm;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.series.Vocabulary;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The time series in a table of our own, for a service without InfluxDB. A point written again keeps the fields it does
 * not name, as in InfluxDB.
 *
 * <p>Points sort by measurement, tags in the vocabulary's order, and time: a read costs a step for every series under the
 * leading tags it names, so it should name the model.
 */
public final class RocksSeries implements SeriesWriter, SeriesReader {
    /** Where the points stand; to be declared where the store is opened. */
    public static final Table TABLE = new Table("series");

    private final Store store;

    /**
     * @param store stays the caller's, who closes it
     */
    public RocksSeries(Store store) {
        this.store = store;
    }

    @Override
    public synchronized List<Refusal> write(List<Point> points) throws SeriesUnavailableException {
        Map<byte[], Point> merged = new TreeMap<>(Arrays::compareUnsigned);
        try {
            for (Point point : points) {
                byte[] key = key(point);
                Optional<Point> older = Optional.ofNullable(merged.get(key)).or(() -> stored(key));
                merged.put(key, older.map(stored -> union(stored, point)).orElse(point));
            }
            Changes changes = new Changes();
            merged.forEach((key, point) -> changes.put(TABLE, key, PointForm.bytes(point)));
            store.commit(changes);
            return List.of();
        } catch (StoreException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public List<Point> read(String measurement, Map<String, String> tags, Instant from, Instant to)
            throws SeriesUnavailableException {
        Keys prefix = prefix(Vocabulary.measurement(measurement), tags);
        try {
            List<Point> found = new SeriesScan(store, TABLE, from, to).under(prefix.bytes(), tags);
            found.sort(Comparator.comparing(Point::time));
            return found;
        } catch (StoreException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public synchronized void dropBefore(String model, Instant instant) throws SeriesUnavailableException {
        try {
            Changes changes = new Changes();
            for (Measurement kind : Vocabulary.measurements()) {
                SeriesScan.dropBefore(
                        instant, prefix(kind, Map.of("model", model)).bytes(), store, changes);
            }
            store.commit(changes);
        } catch (StoreException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public synchronized void drop(String model) throws SeriesUnavailableException {
        try {
            Changes changes = new Changes();
            for (Measurement kind : Vocabulary.measurements()) {
                byte[] from = prefix(kind, Map.of("model", model)).bytes();
                changes.deleteRange(TABLE, from, Keys.after(from));
            }
            store.commit(changes);
        } catch (StoreException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public void close() {
        // The store is the caller's.
    }

    private Optional<Point> stored(byte[] key) {
        return store.get(TABLE, key).map(PointForm::read);
    }

    private static Point union(Point older, Point newer) {
        Map<String, Object> fields = new LinkedHashMap<>(older.fields());
        fields.putAll(newer.fields());
        return new Point(newer.measurement(), newer.time(), newer.tags(), fields);
    }

    private static byte[] key(Point point) {
        Keys key = Keys.of(point.measurement());
        point.tags().values().forEach(key::text);
        return SeriesScan.time(key, point.time());
    }

    /** What the keys of all points with these tags begin with: those of the tags that no other stands before. */
    private static Keys prefix(Measurement kind, Map<String, String> tags) {
        for (String tag : tags.keySet()) {
            if (!kind.tags().contains(tag)) {
                throw new IllegalArgumentException(kind.name() + " has no tag " + tag);
            }
        }
        Keys prefix = Keys.of(kind.name());
        kind.tags().stream().takeWhile(tags::containsKey).forEach(tag -> prefix.text(tags.getOrDefault(tag, "")));
        return prefix;
    }

    private static SeriesUnavailableException unavailable(StoreException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.full()
                ? SeriesUnavailableException.untilChanged(message)
                : SeriesUnavailableException.forNow(message, Optional.empty());
    }
}
