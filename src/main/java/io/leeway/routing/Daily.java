package io.leeway.routing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time of every day. Where the clocks go forward, a time that does not exist is an hour later. */
public record Daily(LocalTime at, ZoneId zone) {
    /** The first such time at an instant or after it. */
    public Instant next(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        Instant today = ZonedDateTime.of(local.toLocalDate(), at, zone).toInstant();
        return today.isBefore(instant)
                ? ZonedDateTime.of(local.toLocalDate().plusDays(1), at, zone).toInstant()
                : today;
    }
}
