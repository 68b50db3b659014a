package io.leeway.rocks;

import io.leeway.series.Point;
import io.leeway.series.PointForm;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Walks the series whose keys begin alike. Of each series only the stretch of time asked for is visited, what stands
 * before and behind it is jumped over: a read costs what it finds, and not how long the service has been running.
 */
final class SeriesScan {
    private static final int TIME_LENGTH = time(Keys.of(), Instant.EPOCH).length;

    private final Store store;
    private final Table table;
    private final byte[] from;
    private final byte[] to;
    private final List<Point> found = new ArrayList<>();
    private byte[] next = {};

    /**
     * @param from inclusive
     * @param to exclusive
     */
    SeriesScan(Store store, Table table, Instant from, Instant to) {
        this.store = store;
        this.table = table;
        this.from = time(Keys.of(), from);
        this.to = time(Keys.of(), to);
    }

    /** A series' key with the time of a point behind it. */
    static byte[] time(Keys series, Instant time) {
        return series.number(time.getEpochSecond()).number(time.getNano()).bytes();
    }

    /** Deletes the points of before an instant of every series whose key begins so. */
    static void dropBefore(Instant instant, byte[] prefix, Store store, Changes changes) {
        List<byte[]> found = new ArrayList<>();
        byte[] next = prefix;
        do {
            found.clear();
            store.scan(RocksSeries.TABLE, next, Keys.after(prefix), (key, value) -> {
                found.add(Arrays.copyOf(key, key.length - TIME_LENGTH));
                return false;
            });
            for (byte[] series : found) {
                changes.deleteRange(RocksSeries.TABLE, series, joined(series, time(Keys.of(), instant)));
                next = Keys.after(series);
            }
        } while (!found.isEmpty());
    }

    private static byte[] joined(byte[] series, byte[] time) {
        byte[] key = Arrays.copyOf(series, series.length + TIME_LENGTH);
        System.arraycopy(time, 0, key, series.length, TIME_LENGTH);
        return key;
    }

    /** The points with these tags, series by series. */
    List<Point> under(byte[] prefix, Map<String, String> tags) {
        byte[] behind = Keys.after(prefix);
        next = prefix;
        while (Arrays.compareUnsigned(next, behind) < 0) {
            byte[] start = next;
            next = behind;
            store.scan(table, start, behind, (key, value) -> visit(key, value, tags));
        }
        return found;
    }

    private boolean visit(byte[] key, byte[] value, Map<String, String> tags) {
        int series = key.length - TIME_LENGTH;
        if (Arrays.compareUnsigned(key, series, key.length, from, 0, TIME_LENGTH) < 0) {
            next = Arrays.copyOf(key, key.length);
            System.arraycopy(from, 0, next, series, TIME_LENGTH);
            return false;
        }
        if (Arrays.compareUnsigned(key, series, key.length, to, 0, TIME_LENGTH) >= 0) {
            next = Keys.after(Arrays.copyOf(key, series));
            return false;
        }
        Point point = PointForm.read(value);
        if (point.tags().entrySet().containsAll(tags.entrySet())) {
            found.add(point);
        }
        return true;
    }
}
