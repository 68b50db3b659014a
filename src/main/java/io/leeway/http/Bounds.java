package io.leeway.http;

import io.leeway.ingest.Allowed;
import io.leeway.ingest.Limit;
import io.leeway.wire.Limits;
import java.time.Duration;

/**
 * How much callers may ask for.
 *
 * @param patience how long a request that waits for a position is held
 */
public record Bounds(Allowed allowed, Duration patience) {
    public static Bounds of(Allowed allowed) {
        return new Bounds(allowed, Duration.ofSeconds(10));
    }

    public static Bounds withDefaults() {
        return of(Allowed.withDefaults());
    }

    /** What one request's rows may hold. */
    Limits rows() {
        return Limits.of(allowed);
    }

    long most(Limit limit) {
        return allowed.most(limit);
    }

    Duration seconds(Limit limit) {
        return Duration.ofSeconds(most(limit));
    }

    /** The same for a request whose body is settings. */
    Bounds forSettings() {
        long settings = most(Limit.SETTINGS_BYTES);
        return new Bounds(allowed.with(Limit.BODY, settings).with(Limit.INFLATED_BYTES, settings), patience);
    }
}
