package io.leeway.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.leeway.Effort;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FalseAlarmsTest {
    // D. M. Hawkins, D. H. Olwell 1998, "Cumulative Sum Charts and Charting for Quality Improvement": with k = .5 a
    // two-sided CUSUM with these thresholds has a mean time of 168 and of 465 steps, a one-sided one of twice as many.
    @ParameterizedTest
    @CsvSource({"336, 4", "930, 5"})
    void theThresholdOfCusumIsThatOfTheTables(double steps, double threshold) {
        assertThat(FalseAlarms.threshold(FalseAlarmsTest::cusum, 0, 20, steps)).isCloseTo(threshold, within(0.12));
    }

    @Test
    void onOtherStepsTheTimeBetweenFalseAlarmsIsWhatWasAskedFor() {
        long seed = Long.getLong("leeway.seed", 4);
        for (DoubleFunction<Detector> detectors :
                List.<DoubleFunction<Detector>>of(FalseAlarmsTest::cusum, FalseAlarmsTest::pageHinkley)) {
            double threshold = FalseAlarms.threshold(detectors, 0, 20, 500);
            double time = FalseAlarms.meanTime(detectors, threshold, Effort.times(200_000), seed);
            assertThat(time).as("-Dleeway.seed=%d", seed).isCloseTo(500, withinPercentage(20));
        }
    }

    @Test
    void adwinAlarmsLessOftenThanItsConfidenceSays() {
        double time = FalseAlarms.meanTime(FalseAlarmsTest::adwin, -Math.log(0.05), 100_000, 9);
        assertThat(time).isGreaterThan(32 / 0.05);
    }

    @ParameterizedTest
    @EnumSource(Calibrated.class)
    void aCalibratedDetectorAlarmsOnceInItsStatedTimeOrLessOften(Calibrated detector) {
        long seed = Long.getLong("leeway.seed", 8);
        Random random = new Random(seed);
        int streams = Effort.times(1_200);
        int alarms = 0;
        for (int stream = 0; stream < streams; stream++) {
            List<Step> steps = IntStream.range(0, Calibrated.TOGETHER)
                    .mapToObj(step -> step(detector, random))
                    .toList();
            alarms += Detector.changes(detector::detector, steps).size();
        }
        double expected = (double) streams * Calibrated.TOGETHER / Calibrated.STEPS;
        // Four standard errors; the detector of shares is calibrated for those at which it alarms soonest.
        assertThat(alarms / expected)
                .as("-Dleeway.seed=%d", seed)
                .isBetween(detector == Calibrated.DDM ? 0.5 : 0.75, 1.25);
    }

    /** Standardised, or 100 rows of which a tenth is wrong. */
    private static Step step(Calibrated detector, Random random) {
        return detector == Calibrated.DDM
                ? new Step(100, Math.max(0, Math.round(10 + 3 * random.nextGaussian())))
                : Step.of(random.nextGaussian());
    }

    @Test
    void aShiftIsFoundLongBeforeTheNextFalseAlarm() {
        double threshold = FalseAlarms.threshold(FalseAlarmsTest::cusum, 0, 20, 720);
        Random random = new Random(6);
        // Of 100 rows an hour whose mean rises by a tenth of their standard deviation: by one of the hours'.
        List<Step> hours = IntStream.range(0, 300)
                .mapToObj(hour -> new Step(100, 10 * random.nextGaussian() + (hour < 200 ? 0 : 10)))
                .toList();
        assertThat(Detector.changes(() -> cusum(threshold), hours))
                .first()
                .satisfies(hour -> assertThat(hour).isBetween(200, 225));
    }

    @Test
    void aStepOfManyRowsIsAsStandardisedAsOne() {
        assertThat(new Step(100, 30).value()).isEqualTo(3);
        assertThat(Step.of(-2).value()).isEqualTo(-2);
    }

    private static Detector cusum(double threshold) {
        return new Cusum(0.5, threshold, 1, Centre.REFERENCE);
    }

    private static Detector pageHinkley(double threshold) {
        return new PageHinkley(0.5, threshold, 0.9, 1, Centre.REFERENCE);
    }

    private static Detector adwin(double threshold) {
        return new Adwin(Math.exp(-threshold));
    }
}
