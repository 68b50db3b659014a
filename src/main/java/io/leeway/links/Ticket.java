package io.leeway.links;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a link is good for.
 *
 * @param receiver who was sent it
 * @param expires from then on it is good for nothing; whole seconds
 */
public record Ticket(Deed deed, String incident, String receiver, Instant expires) {
    public Ticket {
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
    }
}
