package io.leeway.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where points come back from. Calls block. */
public interface SeriesReader {
    /**
     * The stored points of one measurement whose tags equal the given ones, oldest first (points of one time in the
     * order of their tags).
     *
     * @param tags some or all of the measurement's tags; an absent tag is not restricted
     * @param from inclusive
     * @param to exclusive
     * @throws SeriesUnavailableException when the store does not answer
     */
    List<Point> read(String measurement, Map<String, String> tags, Instant from, Instant to)
            throws SeriesUnavailableException;
}
