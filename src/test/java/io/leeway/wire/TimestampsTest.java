package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2001-03-05T05:55:00Z, 2001-03-05T05:55:00Z",
        "2001-03-05T05:55:00.5Z, 2001-03-05T05:55:00.500Z",
        "2001-03-05T05:55:00.123456789Z, 2001-03-05T05:55:00.123Z",
        "2001-03-05t05:55:00z, 2001-03-05T05:55:00Z",
        "2001-03-05 05:55:00Z, 2001-03-05T05:55:00Z",
        "2001-03-05T05:55:00+01:00, 2001-03-05T04:55:00Z",
        "2001-03-05 05:55:00.25-05:30, 2001-03-05T11:25:00.250Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void isRead(String text, Instant instant) {
        assertThat(parse(text)).hasValue(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2001-03-05",
                "2001-03-05T05:55:00",
                "2001-03-05T05:55Z",
                "2001-03-05T05:55:00.Z",
                "2001-03-05T05:55:00 Z",
                "2001-03-05T05:55:00ZZ",
                "2001-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2001-13-01T00:00:00Z",
                "2001-00-01T00:00:00Z",
                "2001-01-00T00:00:00Z",
                "2001-04-31T00:00:00Z",
                "2001-01-01T25:00:00Z",
                "2001-01-01T00:60:00Z",
                "2001-01-01T00:00:61Z",
                "+12001-01-01T00:00:00Z",
                "2001-03-05T05:55:00.1234567890123456789Z",
                "2001-03-05T05:55:00[Europe/Paris]",
                "２００１-03-05T05:55:00Z"
            })
    void isNoTimestamp(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void everyDayAgreesWithTheCalendarOfTheJdk() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(
                    LocalDate.of(0, 1, 1).toEpochDay() * 86_400,
                    LocalDate.of(9999, 12, 31).toEpochDay() * 86_400));
            assertThat(parse(instant.toString())).hasValue(instant.toEpochMilli());
        }
    }

    private static OptionalLong parse(String text) {
        String around = "xx" + text + "yy";
        return Timestamps.parse(around.toCharArray(), 2, text.length());
    }
}
