package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceTexts;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forty days that are to be reported at once: in many steps, with the same reports as in one. */
class LongHistoryTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int DAYS = 40;
    private static final int LANES = 2;

    /** Some seven windows of the two columns, against two references. */
    private static final int FEW_COLUMNS = 28;

    private final Clockwork clockwork = new Clockwork(LANES);

    @Test
    void aLogThatIsPostedAtOnceIsReportedInManySteps() {
        clockwork.settings("m", settings("baseline", "trailing 3"));
        feed(clockwork);
        clockwork.commit();
        assertThat(steps(reporter())).isGreaterThan(8);
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline", "trailing 3")));
    }

    @Test
    void newReferencesCompareAllWindowsAnewInManySteps() {
        compareAnew();
        Reporter reporter = reporter();
        assertThat(reporter.step()).isFalse();
        assertThat(days(clockwork).stream().filter(day -> day.size() == 2)).hasSizeBetween(1, 10);
        assertThat(steps(reporter)).isGreaterThan(8);
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline", "previous")));
    }

    @Test
    void afterACrashTheyGoOnWhereTheyStood() {
        compareAnew();
        int all = steps(reporter());
        Clockwork again = new Clockwork(LANES);
        compareAnew(again);
        for (int step = 0; step < all - 3; step++) {
            assertThat(again.reporter(FEW_COLUMNS).step()).isFalse();
        }
        assertThat(steps(again.reporter(FEW_COLUMNS))).isLessThanOrEqualTo(3);
        assertThat(days(again)).isEqualTo(days(clockwork));
    }

    @Test
    void onTheWayToOtherReferencesTheyBeginAgain() {
        compareAnew();
        assertThat(reporter().step()).isFalse();
        clockwork.settings("m", settings("baseline", "trailing 3"));
        clockwork.commit();
        var unused = steps(reporter());
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline", "trailing 3")));
    }

    @Test
    void midwayBackToTheReferencesOfBeforeAllAreComparedWithThose() {
        compareAnew();
        assertThat(reporter().step()).isFalse();
        clockwork.settings("m", settings("baseline"));
        clockwork.commit();
        var unused = steps(reporter());
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline")));
        clockwork.settings("m", settings("baseline", "previous"));
        clockwork.commit();
        unused = steps(reporter());
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline", "previous")));
    }

    @Test
    void aModelDoesNotWaitForTheLongHistoryOfAnother() {
        compareAnew();
        clockwork.settings("n", settings("baseline"));
        clockwork.predictions(rows("n", 0, 3));
        clockwork.commit();
        Reporter reporter = reporter();
        assertThat(reporter.step()).isFalse();
        assertThat(reporter.step()).isFalse();
        assertThat(clockwork.reports("n", "*", WindowSize.DAY)).hasSize(3);
        var unused = steps(reporter);
        assertThat(days(clockwork)).isEqualTo(days(reportedAtOnce("baseline", "previous")));
    }

    private Reporter reporter() {
        return clockwork.reporter(FEW_COLUMNS);
    }

    private void compareAnew() {
        compareAnew(clockwork);
    }

    private static void compareAnew(Clockwork clockwork) {
        clockwork.settings("m", settings("baseline"));
        feed(clockwork);
        clockwork.report();
        clockwork.settings("m", settings("baseline", "previous"));
        clockwork.commit();
    }

    private static Clockwork reportedAtOnce(String... references) {
        Clockwork clockwork = new Clockwork(LANES);
        clockwork.settings("m", settings(references));
        feed(clockwork);
        clockwork.report();
        return clockwork;
    }

    /** How many steps are left of its pass. */
    private static int steps(Reporter reporter) {
        int steps = 1;
        while (!reporter.step()) {
            steps++;
        }
        return steps;
    }

    /** Of every day, what it is compared with and what was found. */
    private static List<List<List<FeatureReport>>> days(Clockwork clockwork) {
        return clockwork.reports("m", "*", WindowSize.DAY).stream()
                .map(report -> Stream.concat(
                                Stream.of(report.features()),
                                report.others().stream().map(ReferenceReport::features))
                        .toList())
                .toList();
    }

    private static ModelSettings settings(String... references) {
        return SettingsOf.watching(
                new Watching(
                        Stream.of(references)
                                .map(text -> ReferenceTexts.parse(text).orElseThrow())
                                .toList(),
                        Optional.empty(),
                        List.of(),
                        false),
                WindowSize.DAY);
    }

    private static void feed(Clockwork clockwork) {
        clockwork.baseline(rows("m", -20, 20));
        clockwork.predictions(rows("m", 0, DAYS));
    }

    private static Batch rows(String model, int from, int days) {
        SplittableRandom random = new SplittableRandom(from);
        BatchBuilder rows = new BatchBuilder(model);
        for (int row = 0; row < days * 60; row++) {
            rows.featureNumber(rows.feature("x"), random.nextGaussian());
            rows.predictionNumber(row % 2);
            rows.timestamp(MONDAY.plus(Duration.ofDays(from))
                    .plus(Duration.ofDays(1).multipliedBy(row).dividedBy(60))
                    .toEpochMilli());
            rows.keep();
        }
        return rows.build();
    }
}
