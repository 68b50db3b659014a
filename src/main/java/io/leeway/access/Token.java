package io.leeway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a token.
 *
 * @param id public, and part of what its bearer holds
 * @param name for people, of the alphabet {@link TokenLine#NAME}
 * @param expires from then on it is refused; empty: never
 */
public record Token(
        String id, String name, List<Grant> grants, Instant created, Optional<Instant> expires, SaltedHash hash) {
    public Token {
        grants = List.copyOf(grants);
    }

    /** Whether it is enough for what a request needs. */
    public boolean allows(Need need) {
        return grants.stream().anyMatch(grant -> grant.allows(need));
    }

    /** Whether it has come to its end. */
    public boolean isOver(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
