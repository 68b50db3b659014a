package io.leeway.monitor;

import io.leeway.series.Point;
import io.leeway.series.PointForm;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * The points that no report can be asked for again: marks of incidents and deployments, and what arrived. They are put on
 * the list in the write that stores what they tell of. A point of the same time and tags takes the place of an older one.
 */
public final class OwedPoints implements PointSource {
    private static final byte[] FIRST = {};
    private static final byte[] LAST = {(byte) 0xFF};

    private final Store store;

    public OwedPoints(Store store) {
        this.store = store;
    }

    /** Puts a point on the list. */
    static void owe(Point point, Changes changes) {
        changes.put(Tables.OWED_POINTS, key(point), PointForm.bytes(point));
    }

    /** Puts a point on the list that nothing else remembers: it is kept, for a {@link Rebuild}. */
    public static void mark(Point point, Changes changes) {
        changes.put(Tables.MARKS, key(point), PointForm.bytes(point));
        owe(point, changes);
    }

    @Override
    public Owed owed(int most) {
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> points = new ArrayList<>();
        store.scan(Tables.OWED_POINTS, FIRST, LAST, (key, point) -> {
            keys.add(key);
            points.add(point);
            return keys.size() < most;
        });
        return new Rows(keys, points);
    }

    @Override
    public long size() {
        long[] size = new long[1];
        store.scan(Tables.OWED_POINTS, FIRST, LAST, (key, point) -> {
            size[0]++;
            return true;
        });
        return size[0];
    }

    private static byte[] key(Point point) {
        Keys key = Keys.of(point.measurement());
        point.tags().values().forEach(key::text);
        return key.number(point.time().toEpochMilli()).bytes();
    }

    private record Rows(List<byte[]> keys, List<byte[]> stored) implements Owed {
        @Override
        public boolean isEmpty() {
            return keys.isEmpty();
        }

        @Override
        public List<Point> points() {
            return stored.stream().map(PointForm::read).toList();
        }

        @Override
        public void done(Changes changes) {
            for (int i = 0; i < keys.size(); i++) {
                changes.deleteIf(Tables.OWED_POINTS, keys.get(i), stored.get(i));
            }
        }
    }
}
