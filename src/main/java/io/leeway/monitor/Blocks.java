package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which base windows of a window are taken to err together: those of a day where it is longer than a day, else those of an
 * eighth of it. Eight are enough to know an error by, and the longer a block the more of what lasts it holds.
 *
 * @param start of the window, epoch milliseconds
 * @param end exclusive
 */
record Blocks(long start, long end, ZoneId zone) {
    private static final int PARTS = 8;
    /** A day on which clocks are put back has 25 hours. */
    private static final long LONG_DAY = Duration.ofHours(26).toMillis();

    /** The block of a base window, a number that is smaller for an earlier one. */
    long of(long base) {
        return end - start > LONG_DAY
                ? WindowSize.DAY.startOf(Instant.ofEpochMilli(base), zone).toEpochMilli()
                : PARTS * (base - start) / (end - start);
    }
}
