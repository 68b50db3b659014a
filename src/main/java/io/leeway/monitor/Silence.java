package io.leeway.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The silence at the end of a base window.
 *
 * @param window the window
 * @param end of the window, exclusive
 * @param last the newest row before the end; empty if it is too long ago to matter
 * @param usual rows a window like this usually has; unknown in the first week, and where there is no last row
 * @param expected rows that should have come since the last one
 * @param upTo until when they are counted
 */
record Silence(
        WindowKey window, Instant end, Optional<Instant> last, OptionalDouble usual, double expected, Instant upTo) {

    /** How long ago the last row was. */
    Optional<Duration> since() {
        return last.map(it -> Duration.between(it, end));
    }

    /** The rows missed; unknown in the first week, and when nothing has come for so long that nothing is expected. */
    OptionalDouble missed() {
        return usual.isEmpty() || last.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(expected);
    }
}
