package io.leeway.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams whose drift is known exactly, against a reference without time stamps; judged daily and weekly. */
class DriftbenchTest {
    private static final Path FOLDER = Path.of("../shared/data/driftbench");
    private static final ReferenceRule SAME_WEEKDAY = new ReferenceRule.Seasonal(8);
    private static final List<String> FOUND_AT_ONCE = List.of(
            "mean_shift",
            "scale",
            "category_mix",
            "new_category",
            "missing_rate",
            "unit_error",
            "stuck_value",
            "subgroup_mix",
            "prior_shift",
            "temporary_incident");

    private static final List<DriftStream> STREAMS = new ArrayList<>();
    private static final List<DriftStream> SEASONAL = new ArrayList<>();

    @BeforeAll
    static void judgeEveryStream() throws IOException {
        assumeTrue(Files.exists(FOLDER), "the drift benchmark is not here: " + FOLDER);
        Driftbench bench = new Driftbench(FOLDER);
        STREAMS.addAll(bench.judged());
        SEASONAL.addAll(bench.judged(SAME_WEEKDAY, List.of("none", "weekly_season", "volume_drop")::contains));
    }

    @Test
    void windowsInWhichNothingChangedAreQuiet() {
        assertThat(STREAMS.stream().flatMap(stream -> stream.quiet().stream())).hasSizeGreaterThan(1700);
        assertThat(alarms(STREAMS)).isZero();
    }

    @Test
    void againstTheSameWeekdayOfWeeksBeforeAtMostOneInTwoHundredOfThemAlarms() {
        long windows =
                SEASONAL.stream().mapToLong(stream -> stream.quiet().size()).sum();
        assertThat(alarms(SEASONAL)).isLessThanOrEqualTo(windows / 200);
    }

    @Test
    void largeAndMediumDriftsAreFoundWithinOneWeekOrThreeDaysAndNamed() {
        assertThat(STREAMS)
                .filteredOn(stream -> FOUND_AT_ONCE.contains(stream.kind()))
                .filteredOn(stream -> !"small".equals(stream.magnitude()))
                .isNotEmpty()
                .allMatch(stream -> stream.isFoundAtOnce(Rule.VERDICT));
    }

    @Test
    void mostSmallDriftsAreFoundWithinThreeWeeks() {
        List<DriftStream> small = STREAMS.stream()
                .filter(stream -> FOUND_AT_ONCE.contains(stream.kind()))
                .filter(stream -> "small".equals(stream.magnitude()))
                .toList();
        assertThat(small.stream()
                        .filter(stream -> stream.isFoundBy(Rule.VERDICT, WindowSize.WEEK, 3))
                        .count())
                .isGreaterThanOrEqualTo(Math.round(0.8 * small.size()));
    }

    @Test
    void slowDriftsAreFoundWithinThreeWeeks() {
        assertThat(STREAMS)
                .filteredOn(stream -> stream.kind().equals("gradual"))
                .isNotEmpty()
                .allMatch(stream -> stream.isFoundBy(Rule.VERDICT, WindowSize.WEEK, 3));
    }

    @Test
    void aShiftNobodyCaresAboutIsNotReported() {
        assertThat(STREAMS)
                .filteredOn(stream -> stream.kind().equals("harmless_tiny"))
                .isNotEmpty()
                .allMatch(
                        stream -> stream.windows().stream().noneMatch(window -> Rule.VERDICT.alarms(window.judged())));
    }

    @Test
    void aSeasonIsNoDriftOnceThreeWeeksOfItAreKnown() {
        assertThat(SEASONAL)
                .filteredOn(stream -> stream.kind().equals("weekly_season"))
                .isNotEmpty()
                .allMatch(stream -> alarmsAfter(stream, Duration.ofDays(21)) <= 2);
        assertThat(STREAMS)
                .filteredOn(stream -> stream.kind().equals("weekly_season"))
                .allMatch(stream -> alarmsAfter(stream, Duration.ofDays(21)) > 10);
    }

    @Test
    void aLossOfRowsIsFoundAgainstTheSameWeekdayOfWeeksBefore() {
        assertThat(SEASONAL)
                .filteredOn(stream -> stream.kind().equals("volume_drop"))
                .filteredOn(stream -> stream.magnitude().equals("medium"))
                .isNotEmpty()
                .allMatch(stream -> stream.changed(WindowSize.DAY).stream()
                        .limit(3)
                        .allMatch(
                                window -> Rule.VERDICT.drifted(window.judged()).contains("volume")));
    }

    private static long alarmsAfter(DriftStream stream, Duration time) {
        Instant first = stream.windows().get(0).start();
        return stream.windows().stream()
                .filter(window -> !window.start().isBefore(first.plus(time)))
                .filter(window -> Rule.VERDICT.alarms(window.judged()))
                .count();
    }

    private static long alarms(List<DriftStream> streams) {
        return streams.stream()
                .flatMap(stream -> stream.quiet().stream())
                .filter(window -> Rule.VERDICT.alarms(window.judged()))
                .count();
    }
}
