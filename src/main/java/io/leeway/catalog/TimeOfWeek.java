package io.leeway.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** A weekday and a time of it, by the clocks of a zone. */
public record TimeOfWeek(DayOfWeek day, LocalTime time) {
    /** When in the week an instant is. */
    public static TimeOfWeek of(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return new TimeOfWeek(local.getDayOfWeek(), local.toLocalTime());
    }
}
