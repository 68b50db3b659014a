package io.leeway.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * What people have said about an incident.
 *
 * @param silencedUntil while a silence covers it
 * @param silenceEnded when the last silence ended that covered it
 * @param acknowledgedUntil while somebody cares for it
 */
record Attention(Optional<Instant> silencedUntil, Optional<Instant> silenceEnded, Optional<Instant> acknowledgedUntil) {
    static final Attention NONE = new Attention(Optional.empty(), Optional.empty(), Optional.empty());
}
