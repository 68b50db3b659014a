package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams of which is known what changed in them, and when. */
class CausesOfKnownDriftTest {
    private static final String MODEL = "m";

    /** Labels of people below 35 part from scores on 8 February 2025; of the segments those who never married are the young. */
    @Test
    void whereLabelsOfTheYoungChangeThoseWhoNeverMarriedLostMost() throws IOException {
        for (WindowReport week : weeks(41, Instant.parse("2025-02-10T00:00:00Z"))) {
            assertThat(LikelyCauses.of(week).get(0)).startsWith("Accuracy of marital-status=Never-married is ");
            assertThat(week.verdict().reason()).contains("; accuracy of marital-status=Never-married is ");
        }
    }

    /** From 4 February 2025 on more women come, and whatever goes with that; no part of them is answered worse. */
    @Test
    void whereTheMixOfSexesChangesThatIsNamedBeforeWhatGoesWithIt() throws IOException {
        for (WindowReport week : weeks(38, Instant.parse("2025-02-10T00:00:00Z"))) {
            assertThat(LikelyCauses.of(week).get(0)).startsWith("sex drifted: Female is 7");
            assertThat(week.insights().losses()).isEmpty();
        }
    }

    private static List<WindowReport> weeks(int stream, Instant from) throws IOException {
        Clockwork clockwork = new Clockwork(2);
        Watching usual = ModelSettings.withDefaults().watching();
        List<String> segments = List.of("marital-status", "relationship", "sex");
        clockwork.settings(
                MODEL,
                SettingsOf.watching(
                        new Watching(usual.references(), usual.falseAlarms(), segments, false), WindowSize.WEEK));
        clockwork.baselineWithoutTimes(KnownDrift.reference(MODEL));
        clockwork.predictions(KnownDrift.stream(MODEL, stream));
        clockwork.report();
        List<WindowReport> weeks = clockwork.reports(MODEL, "*", WindowSize.WEEK).stream()
                .filter(week -> week.closed() && !week.key().start().isBefore(from))
                .toList();
        assertThat(weeks).hasSize(3);
        return weeks;
    }
}
