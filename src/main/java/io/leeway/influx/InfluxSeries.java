package io.leeway.influx;

import io.leeway.series.Point;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.series.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The time series in InfluxDB. Nothing is sent before the first call, so a server that is down does not hinder the
 * start. Calls block; nothing is kept or tried again here.
 */
public final class InfluxSeries implements SeriesWriter, SeriesReader {
    /** What one query of 3 Core may span: 432 files by default, one for ten minutes. */
    private static final Duration SPAN_OF_V3 = Duration.ofDays(3);

    /** How far behind its window a revision may stand, on 3 Core. */
    private static final Duration REVISIONS = Duration.ofMillis(1);

    private final Connection connection;

    public InfluxSeries(InfluxSettings settings) {
        this.connection = new Connection(settings);
    }

    @Override
    public List<Refusal> write(List<Point> points) throws SeriesUnavailableException {
        return new Delivery(connection).deliver(points);
    }

    @Override
    public List<Point> read(String measurement, Map<String, String> tags, Instant from, Instant to)
            throws SeriesUnavailableException {
        Query query = new Query(Vocabulary.measurement(measurement), tags);
        if (!from.isBefore(to)) {
            return List.of();
        }
        try {
            List<Point> points =
                    connection.generation() == Generation.V3 ? lastRevisions(query, from, to) : points(query, from, to);
            points.sort(Comparator.comparing(Point::time).thenComparing(InfluxSeries::tagsInOrder));
            return points;
        } catch (ServerAnswer answer) {
            throw answer.unavailable();
        }
    }

    @Override
    public boolean reachable() {
        return connection.reachable();
    }

    @Override
    public void close() {
        connection.close();
    }

    private List<Point> points(Query query, Instant from, Instant to) throws ServerAnswer, SeriesUnavailableException {
        List<Point> points = new ArrayList<>();
        connection.query(query.text(from, to), query.parameters()).forEach(row -> points.add(query.point(row)));
        return points;
    }

    private List<Point> lastRevisions(Query query, Instant from, Instant to)
            throws ServerAnswer, SeriesUnavailableException {
        Instant end = Query.within(Query.within(to).plus(REVISIONS));
        List<Point> stored = new ArrayList<>();
        for (Instant start = Query.within(from); start.isBefore(end); start = start.plus(SPAN_OF_V3)) {
            Instant next = start.plus(SPAN_OF_V3);
            stored.addAll(points(query, start, next.isBefore(end) ? next : end));
        }
        List<Point> last = Revision.last(stored);
        last.removeIf(point -> point.time().isBefore(from) || !point.time().isBefore(to));
        return last;
    }

    private static String tagsInOrder(Point point) {
        return String.join("\u0000", point.tags().values());
    }
}
