package io.leeway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Hours OFFICE = hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "18:00");
    private static final Hours NIGHT = hours(Set.of(DayOfWeek.SATURDAY), "22:00", "06:00");

    /** Berlin is an hour ahead of UTC in winter and two in summer; the clocks go forward on Sunday, 29 March 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T06:59:59Z, 2026-03-27T07:00:00Z",
        "2026-03-27T07:00:00Z, 2026-03-27T07:00:00Z",
        "2026-03-27T16:59:59Z, 2026-03-27T16:59:59Z",
        "2026-03-27T17:00:00Z, 2026-03-30T06:00:00Z",
        "2026-03-28T12:00:00Z, 2026-03-30T06:00:00Z",
        "2026-10-24T12:00:00Z, 2026-10-26T07:00:00Z"
    })
    void theNextOpeningIsOnTheWallClock(Instant from, Instant next) {
        assertThat(OFFICE.next(from)).isEqualTo(next);
        assertThat(OFFICE.contain(from)).isEqualTo(from.equals(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T20:59:00Z, false",
        "2026-03-07T21:00:00Z, true",
        "2026-03-08T04:59:00Z, true",
        "2026-03-08T05:00:00Z, false",
        "2026-03-08T21:00:00Z, false"
    })
    void hoursThatPassMidnightBelongToTheDayOnWhichTheyBegin(Instant instant, boolean inside) {
        assertThat(NIGHT.contain(instant)).isEqualTo(inside);
    }

    @Test
    void aTimeThatTheClocksSkipIsAnHourLater() {
        Hours skipped = hours(Set.of(DayOfWeek.SUNDAY), "02:30", "04:00");
        assertThat(skipped.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        Daily daily = new Daily(LocalTime.of(2, 30), BERLIN);
        assertThat(daily.next(Instant.parse("2026-03-29T00:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(daily.next(Instant.parse("2026-03-29T01:30:01Z"))).isEqualTo("2026-03-30T00:30:00Z");
    }

    private static Hours hours(Set<DayOfWeek> days, String from, String to) {
        return new Hours(days, LocalTime.parse(from), LocalTime.parse(to), BERLIN, Hours.Outside.HOLD);
    }
}
