package io.leeway.access;

import java.util.Optional;

/**
 * Who did something.
 *
 * @param token empty: nobody was asked, or nothing acceptable was shown
 * @param address where from; {@code local}: the service itself
 */
public record Actor(Optional<Token> token, String address) {
    /** The service itself, by what it finds on its own machine. */
    public static final Actor SERVICE = new Actor(Optional.empty(), "local");
}
