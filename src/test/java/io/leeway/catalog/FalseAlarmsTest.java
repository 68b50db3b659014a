package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalseAlarmsTest {
    private static final FalseAlarms ONE_A_MONTH = new FalseAlarms(1, Duration.ofDays(30));

    @Test
    void aTextSaysHowManyInWhatTime() {
        assertThat(FalseAlarms.parse("1 per 30d")).contains(ONE_A_MONTH);
        assertThat(FalseAlarms.parse("1 per 30d").map(FalseAlarms::text)).contains("1 per 30d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 per", "0 per 30d", "1 per 0d", "-1 per 30d", "1 a month", "1 per 30 d"})
    void anythingElseIsNone(String text) {
        assertThat(FalseAlarms.parse(text)).isEmpty();
    }

    /** 30 days have 720 hours and 30 days: 750 families, with two references twice as many. */
    @Test
    void theBudgetIsSpreadOverAllWindowsAndReferences() {
        List<WindowSize> sizes = List.of(WindowSize.HOUR, WindowSize.DAY);
        assertThat(ONE_A_MONTH.alpha(sizes, 1)).isCloseTo(1 / 750.0, within(1e-15));
        assertThat(ONE_A_MONTH.alpha(sizes, 2)).isCloseTo(1 / 1500.0, within(1e-15));
        assertThat(new FalseAlarms(3, Duration.ofDays(30)).alpha(List.of(WindowSize.DAY), 1))
                .isCloseTo(0.1, within(1e-15));
    }

    @Test
    void aBudgetReplacesAlpha() {
        Watching watching =
                new Watching(List.of(new ReferenceRule.Baseline()), Optional.of(ONE_A_MONTH), List.of(), false);
        assertThat(watching.alpha(List.of(WindowSize.DAY), 0.01)).isCloseTo(1 / 30.0, within(1e-15));
        assertThat(Watching.withDefaults().alpha(List.of(WindowSize.DAY), 0.02)).isEqualTo(0.02);
        Watching together =
                new Watching(List.of(new ReferenceRule.Baseline()), Optional.of(ONE_A_MONTH), List.of(), true);
        assertThat(together.alpha(List.of(WindowSize.DAY), 0.01)).isCloseTo(1 / 60.0, within(1e-15));
    }
}
