package io.leeway.series;

import java.time.Instant;
import java.util.List;

/**
 * Where points go. Writing a point again replaces the fields it names (InfluxDB 1.x, 2.x and the embedded store), so a
 * retry is harmless and a revised window is simply written once more. Calls block; one thread at a time.
 */
public interface SeriesWriter extends AutoCloseable {
    /**
     * Stores points, all of them or, where the server refuses single ones for good, all others.
     *
     * @return the points refused for good, each with the server's reason; normally empty
     * @throws SeriesUnavailableException when nothing can be said of these points now: keep them and try again later
     */
    List<Refusal> write(List<Point> points) throws SeriesUnavailableException;

    /**
     * Points of a model from before an instant are needed no longer. Nothing happens where the database has a retention of
     * its own.
     *
     * @throws SeriesUnavailableException when they are still there: try again later
     */
    default void dropBefore(String model, Instant instant) throws SeriesUnavailableException {}

    /**
     * Points of a model are needed no longer. Nothing happens where the database has a retention of its own.
     *
     * @throws SeriesUnavailableException when they are still there: try again later
     */
    default void drop(String model) throws SeriesUnavailableException {}

    /** Whether the store answers; for the readiness page. */
    boolean reachable();

    @Override
    void close();

    /** A point that no retry will ever store. */
    record Refusal(Point point, String reason) {}
}
