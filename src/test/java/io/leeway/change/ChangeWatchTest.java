package io.leeway.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.sequential.Calibrated;
import io.leeway.sketch.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeWatchTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final double WRONG = 0.1;
    private static final ChangeWatch WATCH =
            new ChangeWatch(new LossLevel(WRONG, Math.sqrt(WRONG * (1 - WRONG)), 20_000, true), 0.01);

    private final long seed = Long.getLong("leeway.seed", 5);
    private final Random random = new Random(seed);

    /** By rows a day and the standard deviation of the days' own share of errors. */
    @ParameterizedTest
    @CsvSource({"20, 0", "200, 0", "200, 0.02", "5000, 0", "5000, 0.02"})
    void whereNothingChangesAllDetectorsTogetherAlarmOnceAYearAtMost(int rows, double ownNoise) {
        int years = Effort.times(40);
        int alarms = 0;
        for (int year = 0; year < years; year++) {
            alarms += changes(days(365, rows, day -> WRONG + ownNoise * random.nextGaussian()))
                    .size();
        }
        // Four standard errors of a Poisson count above one a year.
        assertThat(alarms).as("-Dleeway.seed=%d", seed).isLessThanOrEqualTo((int) (years + 4 * Math.sqrt(years)));
    }

    @Test
    void aRiseIsFoundWithinTwoWeeksWithTheDayItBegan() {
        List<Change> changes = changes(days(120, 500, day -> day < 90 ? WRONG : 0.15));
        assertThat(changes).as("-Dleeway.seed=%d", seed).isNotEmpty().allSatisfy(change -> {
            assertThat(change.found()).isBetween(day(91), day(120));
            assertThat(change.after()).isGreaterThan(change.before() + 0.01);
        });
        assertThat(changes.get(0).found()).isBefore(day(104));
        assertThat(changes.get(0).since()).isBetween(day(87), day(93));
        assertThat(changes.get(0).before()).isBetween(0.09, 0.11);
        assertThat(changes.get(0).after()).isBetween(0.13, 0.17);
    }

    @Test
    void everyDetectorFindsARiseByAHalf() {
        EnumSet<Calibrated> found = EnumSet.noneOf(Calibrated.class);
        changes(days(150, 500, day -> day < 90 ? WRONG : 0.15)).forEach(change -> found.add(change.detector()));
        assertThat(found).as("-Dleeway.seed=%d", seed).isEqualTo(EnumSet.allOf(Calibrated.class));
    }

    @Test
    void aRiseWithinTheToleranceIsNotToldHoweverManyRowsShowIt() {
        assertThat(changes(days(200, 200_000, day -> day < 100 ? WRONG : 0.107)))
                .as("-Dleeway.seed=%d", seed)
                .isEmpty();
    }

    @Test
    void aModelThatBecomesBetterIsNoNews() {
        assertThat(changes(days(200, 500, day -> day < 100 ? WRONG : 0.04)))
                .as("-Dleeway.seed=%d", seed)
                .isEmpty();
    }

    @Test
    void daysOfFewLabelsMakeOneStepTogether() {
        // 50 rows are five expected errors: three of these days.
        List<LossStep> steps = LossSteps.of(WATCH.level(), days(60, 20, day -> WRONG));
        assertThat(steps).hasSize(20).allSatisfy(step -> assertThat(step.n()).isEqualTo(60));
        assertThat(steps.get(1).start()).isEqualTo(day(3));
        assertThat(steps.get(1).end()).isEqualTo(day(6));
    }

    @Test
    void beforeTwoWeeksHaveBeenLearnedFromNothingIsSaid() {
        assertThat(changes(days(13, 500, day -> 0.9))).isEmpty();
        assertThat(WATCH.look(days(13, 500, day -> 0.9)).learned()).isEmpty();
        assertThat(changes(days(14, 500, day -> 0.9))).isNotEmpty();
        assertThat(WATCH.look(days(20, 500, day -> 0.9)).learned()).contains(day(14));
    }

    @Test
    void aStreamOfNumbersIsNotShownToTheDetectorOfShares() {
        ExactMoments errors = new ExactMoments();
        for (int row = 0; row < 1_000; row++) {
            errors.add(Math.abs(random.nextGaussian()));
        }
        ChangeWatch watch = new ChangeWatch(LossLevel.of(errors, false).orElseThrow(), 0.08);
        assertThat(watch.detectors()).doesNotContain(Calibrated.DDM).hasSize(3);
        assertThat(watch.look(days(100, 100, day -> 0.8)).changes()).isEmpty();
    }

    @Test
    void aBaselineWithoutSpreadOrRowsGivesNoLevel() {
        assertThat(LossLevel.of(new ExactMoments(), true)).isEmpty();
        ExactMoments same = new ExactMoments();
        same.add(1);
        same.add(1);
        assertThat(LossLevel.of(same, false)).isEmpty();
        assertThat(LossLevel.of(same, true).orElseThrow().mean()).isBetween(0.8, 0.9);
    }

    private static List<Change> changes(List<LossDay> days) {
        return WATCH.look(days).changes();
    }

    private List<LossDay> days(int count, int rows, IntToDoubleFunction share) {
        List<LossDay> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double wrong = Math.min(1, Math.max(0, share.applyAsDouble(i)));
            days.add(new LossDay(day(i), day(i + 1), rows, wrong(rows, wrong)));
        }
        return days;
    }

    /** Binomial, by its normal limit where rows are many. */
    private double wrong(int rows, double share) {
        if (rows > 1_000) {
            return Math.round(rows * share + Math.sqrt(rows * share * (1 - share)) * random.nextGaussian());
        }
        int wrong = 0;
        for (int row = 0; row < rows; row++) {
            wrong += random.nextDouble() < share ? 1 : 0;
        }
        return wrong;
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }
}
