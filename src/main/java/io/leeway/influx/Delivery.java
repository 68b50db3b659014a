package io.leeway.influx;

import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings points to the server in batches. A batch with a bad line is halved until the line stands alone; what is written
 * again on the way is the same as before, so that does no harm.
 */
final class Delivery {
    /** Beyond it batches become slower, not the whole faster (measured on 1.6.7: 1,000, 5,000 and 10,000 lines). */
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final List<Refusal> refused = new ArrayList<>();

    Delivery(Connection connection) {
        this.connection = connection;
    }

    List<Refusal> deliver(List<Point> points) throws SeriesUnavailableException {
        List<Point> possible = new ArrayList<>(points.size());
        for (Point point : points) {
            if (Query.within(point.time()).equals(point.time())) {
                possible.add(point);
            } else {
                refused.add(new Refusal(point, "InfluxDB holds times from 1677 to 2262"));
            }
        }
        for (int from = 0; from < possible.size(); from += BATCH) {
            send(possible.subList(from, Math.min(from + BATCH, possible.size())));
        }
        return refused;
    }

    private void send(List<Point> points) throws SeriesUnavailableException {
        try {
            connection.write(new LineProtocol(connection.generation()).lines(points));
        } catch (ServerAnswer answer) {
            settle(points, answer);
        }
    }

    private void settle(List<Point> points, ServerAnswer answer) throws SeriesUnavailableException {
        switch (answer.meaning()) {
            case FOR_NOW, UNTIL_CHANGED -> throw answer.unavailable();
            case TOO_LARGE, BAD_LINE -> {
                if (points.size() == 1 || answer.dropped(points.size())) {
                    refuse(points, answer);
                } else {
                    send(points.subList(0, points.size() / 2));
                    send(points.subList(points.size() / 2, points.size()));
                }
            }
        }
    }

    private void refuse(List<Point> points, ServerAnswer answer) {
        points.forEach(point -> refused.add(new Refusal(point, String.valueOf(answer.getMessage()))));
    }
}
