package io.leeway.notify;

import java.time.LocalTime;
import java.util.Optional;

/**
 * How the service shows that it is alive, so that its silence is noticed.
 *
 * @param to the receiver of a daily mail; empty: no mail
 * @param at when in UTC it is due
 * @param pingUrlFile holds an address that is called every minute in which all is well; empty: none
 */
public record Heartbeat(Optional<String> to, LocalTime at, Optional<String> pingUrlFile) {
    public static final Heartbeat NONE = new Heartbeat(Optional.empty(), LocalTime.of(8, 0), Optional.empty());
}
