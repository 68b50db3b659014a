package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSizeTest {
    @ParameterizedTest
    @CsvSource({
        "5m, UTC, 2024-03-04T10:19:59Z, 2024-03-04T10:15:00Z, 2024-03-04T10:20:00Z",
        "15m, UTC, 2024-03-04T10:15:00Z, 2024-03-04T10:15:00Z, 2024-03-04T10:30:00Z",
        "1h, UTC, 2024-03-04T10:59:59.999Z, 2024-03-04T10:00:00Z, 2024-03-04T11:00:00Z",
        "6h, UTC, 2024-03-04T17:00:00Z, 2024-03-04T12:00:00Z, 2024-03-04T18:00:00Z",
        "1d, UTC, 1969-12-31T23:00:00Z, 1969-12-31T00:00:00Z, 1970-01-01T00:00:00Z",
        "7d, UTC, 2024-03-10T23:00:00Z, 2024-03-04T00:00:00Z, 2024-03-11T00:00:00Z",
        // half and quarter hours from UTC
        "1h, Asia/Kolkata, 2024-03-04T10:29:00Z, 2024-03-04T09:30:00Z, 2024-03-04T10:30:00Z",
        "1d, Asia/Kathmandu, 2024-03-04T18:14:00Z, 2024-03-03T18:15:00Z, 2024-03-04T18:15:00Z",
        // the day of 23 hours and the day of 25
        "1d, Europe/Berlin, 2024-03-31T12:00:00Z, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
        "1d, Europe/Berlin, 2024-10-27T12:00:00Z, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z",
        "7d, Europe/Berlin, 2024-10-27T12:00:00Z, 2024-10-20T22:00:00Z, 2024-10-27T23:00:00Z",
        "6h, Europe/Berlin, 2024-03-31T02:00:00Z, 2024-03-30T23:00:00Z, 2024-03-31T04:00:00Z",
        // the hour that comes twice is two windows
        "1h, Europe/Berlin, 2024-10-27T00:30:00Z, 2024-10-27T00:00:00Z, 2024-10-27T01:00:00Z",
        "1h, Europe/Berlin, 2024-10-27T01:30:00Z, 2024-10-27T01:00:00Z, 2024-10-27T02:00:00Z",
        // clocks go back by half an hour at 15:00Z, forward at 15:30Z
        "1h, Australia/Lord_Howe, 2024-04-06T15:10:00Z, 2024-04-06T15:00:00Z, 2024-04-06T15:30:00Z",
        "1h, Australia/Lord_Howe, 2024-10-05T15:40:00Z, 2024-10-05T15:30:00Z, 2024-10-05T16:00:00Z",
        // midnight comes twice, or not at all
        "6h, America/Havana, 2024-11-03T05:30:00Z, 2024-11-03T04:00:00Z, 2024-11-03T11:00:00Z",
        "1d, America/Havana, 2024-03-10T05:30:00Z, 2024-03-10T05:00:00Z, 2024-03-11T04:00:00Z",
        // a whole day left out
        "1d, Pacific/Apia, 2011-12-30T09:00:00Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z"
    })
    void aWindowIsAlignedToTheZone(String size, String zone, Instant instant, Instant start, Instant end) {
        WindowSize window = WindowSize.of(size).orElseThrow();
        assertThat(window.startOf(instant, ZoneId.of(zone))).isEqualTo(start);
        assertThat(window.endOf(start, ZoneId.of(zone))).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/Havana",
                "America/St_Johns",
                "America/Sao_Paulo",
                "Asia/Beirut",
                "Africa/Casablanca",
                "Pacific/Apia"
            })
    void everyWindowEndsWhereTheNextBeginsAndLiesInOneOfEachLargerSize(String name) {
        ZoneId zone = ZoneId.of(name);
        for (WindowSize size : WindowSize.values()) {
            Instant start = size.startOf(Instant.parse("2010-10-01T00:00:00Z"), zone);
            Instant until = Instant.parse(
                    size.compareTo(WindowSize.HOUR) < 0 ? "2010-12-01T00:00:00Z" : "2013-01-08T00:00:00Z");
            while (start.isBefore(until)) {
                Instant end = size.endOf(start, zone);
                if (!isWindow(size, start, end, zone)) {
                    fail("%s from %s to %s in %s is no window", size, start, end, zone);
                }
                start = end;
            }
        }
    }

    private static boolean isWindow(WindowSize size, Instant start, Instant end, ZoneId zone) {
        Instant last = end.minusMillis(1);
        return end.isAfter(start)
                && size.startOf(start, zone).equals(start)
                && size.startOf(last, zone).equals(start)
                && size.startOf(end, zone).equals(end)
                && Arrays.stream(WindowSize.values())
                        .filter(larger -> larger.compareTo(size) > 0)
                        .allMatch(larger -> larger.startOf(last, zone).equals(larger.startOf(start, zone)));
    }

    @ParameterizedTest
    @EnumSource(WindowSize.class)
    void everySizeDividesTheNextAndIsFoundByItsText(WindowSize size) {
        assertThat(WindowSize.of(size.text())).contains(size);
        for (WindowSize larger : WindowSize.values()) {
            if (larger.compareTo(size) > 0) {
                assertThat(larger.duration().toMillis() % size.duration().toMillis())
                        .isZero();
            }
        }
    }

    @Test
    void aWeekBeginsOnMonday() {
        ZoneId zone = ZoneId.of("America/New_York");
        Instant start = WindowSize.WEEK.startOf(Instant.parse("2024-11-03T12:00:00Z"), zone);
        assertThat(start.atZone(zone).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Duration.between(start, WindowSize.WEEK.endOf(start, zone))).isEqualTo(Duration.ofHours(169));
    }

    @Test
    void anotherTextIsNoSize() {
        assertThat(WindowSize.of("2h")).isEmpty();
        assertThat(WindowSize.of("1H")).isEmpty();
    }
}
