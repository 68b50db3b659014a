package io.leeway.routing;

import java.time.Duration;

/**
 * How soon and how often somebody is told.
 *
 * @param first before the first mail of an incident, so that what belongs together comes together
 * @param updateEvery the least time between the last mail and one that says that an incident has spread
 * @param repeatEvery until it is said again that an incident is still open; zero: never
 */
public record Pace(Duration first, Duration updateEvery, Duration repeatEvery) {
    /** Told at once, once. */
    public static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** What a routing tree begins with. */
    public static final Pace DEFAULTS = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ZERO);
}
