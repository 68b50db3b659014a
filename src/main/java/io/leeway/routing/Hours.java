package io.leeway.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The hours in which somebody wants to be told. They belong to the day on which they begin, and end on the next one where
 * {@code to} is not after {@code from}. Where the clocks go forward, a time that does not exist is an hour later.
 *
 * @param days at least one
 * @param outside what becomes of news in other hours
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, Outside outside) {
    /** More than a week, so that the next opening is among them. */
    private static final int DAYS_AHEAD = 8;

    /** What becomes of news that come in other hours. */
    public enum Outside {
        /** Each waits until the hours begin. */
        HOLD,
        /** All wait until the hours begin, and come in one mail. */
        DIGEST,
        /** They are sent all the same. */
        SEND
    }

    public Hours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours need a day");
        }
    }

    public boolean contain(Instant instant) {
        return around(instant)
                .anyMatch(open -> !open.from().isAfter(instant) && open.to().isAfter(instant));
    }

    /** That instant if the hours contain it, else when they next begin. */
    public Instant next(Instant instant) {
        return contain(instant)
                ? instant
                : around(instant)
                        .map(Opening::from)
                        .filter(from -> from.isAfter(instant))
                        .findFirst()
                        .orElseThrow();
    }

    /** The openings from the day before to a week after, in order. */
    private Stream<Opening> around(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return LongStream.rangeClosed(-1, DAYS_AHEAD)
                .mapToObj(day::plusDays)
                .filter(each -> days.contains(each.getDayOfWeek()))
                .map(this::opening);
    }

    private Opening opening(LocalDate day) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Opening(
                ZonedDateTime.of(day, from, zone).toInstant(),
                ZonedDateTime.of(last, to, zone).toInstant());
    }

    private record Opening(Instant from, Instant to) {}
}
