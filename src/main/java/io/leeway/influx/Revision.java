package io.leeway.influx;

import io.leeway.series.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of several versions of a point counts, where the server keeps them all (3 Core). */
final class Revision {
    private static final String FIELD = "revision";

    private Revision() {}

    /** How many nanoseconds behind its window's start a point is written. */
    static long of(Point point) {
        return point.fields().get(FIELD) instanceof Long revision ? revision : 0;
    }

    /** Puts the points back to their windows' starts and keeps the last version of each. */
    static List<Point> last(List<Point> stored) {
        Map<Place, Point> last = new LinkedHashMap<>();
        for (Point point : stored) {
            Point placed =
                    new Point(point.measurement(), point.time().minusNanos(of(point)), point.tags(), point.fields());
            last.merge(new Place(placed), placed, (older, newer) -> of(newer) >= of(older) ? newer : older);
        }
        return new ArrayList<>(last.values());
    }

    private record Place(Instant time, Map<String, String> tags) {
        Place(Point point) {
            this(point.time(), point.tags());
        }
    }
}
