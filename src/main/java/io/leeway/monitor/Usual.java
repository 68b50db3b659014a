package io.leeway.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How many rows a base window usually has: the mean of the same window of the week in the four weeks before, by the clock
 * of the model's zone, so that nights, weekends and daily batches are as usual as anything else. On four months of flights
 * four weeks expect at most 6 rows in any quiet stretch and 148 in a failure of twelve hours; two weeks say 8 and 138.
 *
 * @param first when the model's first row was that is kept, epoch milliseconds: what lies before it is no week without rows
 */
record Usual(WindowSums sums, ZoneId zone, long first) {
    private static final int WEEKS = 4;

    /** The rows that a window usually has; empty in the first week. */
    OptionalDouble rows(WindowKey key) {
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(weeks -> key.at(before(key.start(), weeks)))
                .filter(earlier -> !end(earlier).isBefore(Instant.ofEpochMilli(first)))
                .mapToDouble(earlier -> sums.came(earlier, end(earlier)).rows())
                .average();
    }

    private Instant before(Instant start, int weeks) {
        return start.atZone(zone).minusWeeks(weeks).toInstant();
    }

    private Instant end(WindowKey window) {
        return window.size().endOf(window.start(), zone);
    }
}
