package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceRuleTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-03-18T00:00:00Z");

    @Test
    void theBaselineIsNoWindowOfTheLog() {
        assertThat(windows("baseline", WindowSize.DAY)).isEmpty();
    }

    @Test
    void previousIsTheWindowBefore() {
        assertThat(windows("previous", WindowSize.DAY)).containsExactly(Instant.parse("2026-03-17T00:00:00Z"));
        assertThat(windows("previous", WindowSize.HOUR)).containsExactly(Instant.parse("2026-03-17T23:00:00Z"));
    }

    @Test
    void trailingIsTheLastWindowsOldestFirst() {
        assertThat(windows("trailing 3", WindowSize.DAY))
                .containsExactly(
                        Instant.parse("2026-03-15T00:00:00Z"),
                        Instant.parse("2026-03-16T00:00:00Z"),
                        Instant.parse("2026-03-17T00:00:00Z"));
    }

    @Test
    void anOffsetLeavesOutWindowsInBetween() {
        assertThat(windows("trailing 2 offset 2", WindowSize.DAY))
                .containsExactly(Instant.parse("2026-03-14T00:00:00Z"), Instant.parse("2026-03-15T00:00:00Z"));
    }

    @Test
    void seasonalIsTheSameTimeOfTheWeek() {
        assertThat(windows("seasonal 2", WindowSize.DAY))
                .containsExactly(Instant.parse("2026-03-04T00:00:00Z"), Instant.parse("2026-03-11T00:00:00Z"));
        assertThat(windows("seasonal 1", WindowSize.HOUR)).containsExactly(Instant.parse("2026-03-11T00:00:00Z"));
    }

    /** Clocks go forward on 29 March 2026: nine in the morning is seven in UTC behind it, eight before. */
    @Test
    void theSameTimeOfTheWeekIsThatOfTheModelsClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant nine = Instant.parse("2026-04-01T07:00:00Z");
        assertThat(new ReferenceRule.Seasonal(1).windows(WindowSize.HOUR, nine, berlin))
                .containsExactly(Instant.parse("2026-03-25T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"baseline", "seasonal baseline", "previous", "trailing 28", "trailing 28 offset 7", "seasonal 8"
            })
    void theTextOfAReferenceIsItsName(String text) {
        assertThat(ReferenceTexts.parse(text).map(ReferenceRule::text)).contains(text);
    }

    /** Nine in the morning of a Wednesday is another instant of UTC in summer. */
    @Test
    void aWindowIsAlikeAtTheSameTimeOfTheWeekByTheModelsClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant winter = Instant.parse("2026-03-25T08:00:00Z");
        assertThat(TimeOfWeek.of(Instant.parse("2026-04-01T07:00:00Z"), berlin))
                .isEqualTo(TimeOfWeek.of(winter, berlin));
        assertThat(TimeOfWeek.of(Instant.parse("2026-04-01T08:00:00Z"), berlin))
                .isNotEqualTo(TimeOfWeek.of(winter, berlin));
        assertThat(TimeOfWeek.of(Instant.parse("2026-03-26T08:00:00Z"), berlin))
                .isNotEqualTo(TimeOfWeek.of(winter, berlin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last", "trailing", "trailing 0", "trailing 101", "seasonal 53", "trailing 1 offset"})
    void anythingElseIsNoReference(String text) {
        assertThat(ReferenceTexts.parse(text)).isEmpty();
    }

    private static List<Instant> windows(String reference, WindowSize size) {
        return ReferenceTexts.parse(reference).orElseThrow().windows(size, WEDNESDAY, ZoneOffset.UTC);
    }
}
