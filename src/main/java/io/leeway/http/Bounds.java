package io.leeway.http;

import io.leeway.wire.Limits;
import java.time.Duration;

/**
 * How much a request may ask for.
 *
 * @param body the most bytes of a body as it is sent
 * @param inflated the most bytes of a body once it is decompressed
 * @param settings the most bytes of settings
 * @param inFlight the most bytes of all bodies together that are not answered yet, decompressed
 * @param patience how long a request that waits for a position is held
 */
public record Bounds(long body, long inflated, int settings, long inFlight, Limits rows, Duration patience) {
    public static Bounds withDefaults() {
        return new Bounds(64L << 20, 512L << 20, 1 << 20, 512L << 20, Limits.withDefaults(), Duration.ofSeconds(10));
    }

    /** The same with another limit for bodies. */
    public Bounds withBody(long most) {
        return new Bounds(most, inflated, settings, inFlight, rows, patience);
    }

    /** The same for a request whose body is settings. */
    Bounds forSettings() {
        return new Bounds(settings, settings, settings, inFlight, rows, patience);
    }
}
