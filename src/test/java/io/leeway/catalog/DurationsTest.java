package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"90d, PT2160H", "1h, PT1H", "5m, PT5M", "30s, PT30S", "0s, PT0S", "90m, PT90M"})
    void isReadAndWrittenAlike(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
        assertThat(Durations.text(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "h", "1 h", "1H", "-1h", "1.5h", "1h30m", "1w", "PT1H", "12345678901d", "１h"})
    void isNoDuration(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
