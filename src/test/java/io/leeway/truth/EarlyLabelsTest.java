package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Confusion;
import io.leeway.statistics.Interval;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positives come late: of 10 % some weeks after, while negatives are known within days. */
class EarlyLabelsTest {
    private static final double POSITIVE = 0.1;
    private static final double HITS = 0.6;
    private static final double FALSE_ALARMS = 0.05;
    private static final Duration AGE = Duration.ofDays(10);
    private static final double ACCURACY = POSITIVE * HITS + (1 - POSITIVE) * (1 - FALSE_ALARMS);
    private static final double PRECISION = POSITIVE * HITS / (POSITIVE * HITS + (1 - POSITIVE) * FALSE_ALARMS);

    @ParameterizedTest
    @ValueSource(strings = {"positive_rate", "accuracy", "precision", "recall", "f1"})
    void coversTheTruthAsOftenAsItSaysWhereTheNaiveFigureIsBiased(String metric) {
        long seed = Long.getLong("leeway.seed", 21);
        Random random = new Random(seed);
        int windows = Effort.times(400);
        int covered = 0;
        int coveredNaively = 0;
        for (int window = 0; window < windows; window++) {
            Confusion labelled = labelled(3_000, random);
            covered += holds(early(random).performance(labelled), metric) ? 1 : 0;
            coveredNaively += holds(naive(labelled), metric) ? 1 : 0;
        }
        // 95 %, four standard errors of 400 windows to either side.
        assertThat(covered / (double) windows).as("-Dleeway.seed=%d", seed).isBetween(0.905, 0.995);
        if (!metric.equals("recall")) {
            assertThat(coveredNaively / (double) windows)
                    .as("naive, -Dleeway.seed=%d", seed)
                    .isLessThan(0.3);
        }
    }

    @Test
    void labelsThatAreAllKnownNeedNoCorrection() {
        EarlyLabels all = new EarlyLabels(new EarlyLabels.Known(1, 1_000), new EarlyLabels.Known(1, 1_000));
        Confusion confusion = new Confusion(30, 10, 140, 20);
        assertThat(value(all.performance(confusion), "accuracy")).isCloseTo(0.85, within(1e-12));
        assertThat(value(all.performance(confusion), "precision")).isCloseTo(0.75, within(1e-12));
        assertThat(value(all.performance(confusion), "f1")).isCloseTo(60 / 90.0, within(1e-12));
        assertThat(value(all.performance(confusion), "positive_rate")).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aRowStandsForThoseOfItsClassThatAreNotKnownYet() {
        EarlyLabels early = new EarlyLabels(new EarlyLabels.Known(0.5, 1_000), new EarlyLabels.Known(1, 1_000));
        // 60 tp, 40 fn, 10 fp, 140 tn in the end
        Performance performance = early.performance(new Confusion(30, 10, 140, 20));
        assertThat(value(performance, "accuracy")).isCloseTo(0.8, within(1e-12));
        assertThat(value(performance, "positive_rate")).isCloseTo(0.4, within(1e-12));
        assertThat(value(performance, "recall")).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aClassWithoutALabelSaysNothing() {
        EarlyLabels early = new EarlyLabels(new EarlyLabels.Known(0.5, 10), new EarlyLabels.Known(1, 10));
        assertThat(early.performance(new Confusion(0, 5, 5, 0)).asMap()).isEmpty();
        EarlyLabels never = new EarlyLabels(new EarlyLabels.Known(0, 10), new EarlyLabels.Known(1, 10));
        assertThat(never.performance(new Confusion(1, 5, 5, 1)).asMap()).isEmpty();
    }

    @Test
    void aMetricWithoutAValueIsLeftOut() {
        EarlyLabels early = new EarlyLabels(new EarlyLabels.Known(0.5, 1_000), new EarlyLabels.Known(1, 1_000));
        Performance nothingCalled = early.performance(new Confusion(0, 0, 140, 20));
        assertThat(nothingCalled.asMap()).doesNotContainKey("precision").containsKey("recall");
    }

    @Test
    void theCoverageCurveCountsWhatIsKnownByAge() {
        LabelDelays delays = new LabelDelays();
        delays.add(Duration.ofHours(-1));
        delays.add(Duration.ofMinutes(90));
        LabelDelays others = new LabelDelays();
        others.add(Duration.ofDays(1));
        others.add(Duration.ofDays(2));
        delays.merge(others);
        assertThat(delays.known(Duration.ofHours(1))).isEqualTo(0.25);
        assertThat(delays.known(Duration.ofHours(2))).isEqualTo(0.5);
        assertThat(delays.known(Duration.ofDays(3))).isEqualTo(1);
        assertThat(delays.known(Map.of(Duration.ofHours(2), 3L, Duration.ofDays(3), 1L)))
                .isEqualTo(0.625);
        assertThat(new LabelDelays().known(AGE)).isZero();
        ByteWriter out = new ByteWriter();
        delays.write(out);
        assertThat(LabelDelays.read(new ByteReader(out.toByteArray()))).isEqualTo(delays);
        delays.remove(Duration.ofDays(2));
        assertThat(delays.total()).isEqualTo(3);
        assertThat(delays.within(Duration.ofDays(3))).isEqualTo(3);
    }

    /** What is known of 5,000 rows that are old enough. */
    private static EarlyLabels early(Random random) {
        LabelDelays positives = new LabelDelays();
        LabelDelays negatives = new LabelDelays();
        for (int row = 0; row < 5_000; row++) {
            boolean positive = random.nextDouble() < POSITIVE;
            (positive ? positives : negatives).add(delay(positive, random));
        }
        Map<Duration, Long> ages = Map.of(AGE, 1L);
        return new EarlyLabels(EarlyLabels.Known.of(positives, ages), EarlyLabels.Known.of(negatives, ages));
    }

    private static Confusion labelled(int rows, Random random) {
        Confusion confusion = new Confusion(0, 0, 0, 0);
        for (int row = 0; row < rows; row++) {
            boolean positive = random.nextDouble() < POSITIVE;
            boolean called = random.nextDouble() < (positive ? HITS : FALSE_ALARMS);
            if (delay(positive, random).toHours() < AGE.toHours()) {
                confusion = confusion.plus(one(positive, called));
            }
        }
        return confusion;
    }

    private static Confusion one(boolean positive, boolean called) {
        return new Confusion(
                positive && called ? 1 : 0,
                !positive && called ? 1 : 0,
                !positive && !called ? 1 : 0,
                positive && !called ? 1 : 0);
    }

    /** Exponential: a mean of 20 days for positives, of two for negatives. */
    private static Duration delay(boolean positive, Random random) {
        double days = -Math.log(1 - random.nextDouble()) * (positive ? 20 : 2);
        return Duration.ofMinutes((long) (24 * 60 * days));
    }

    private static Performance naive(Confusion confusion) {
        EarlyLabels all = new EarlyLabels(new EarlyLabels.Known(1, 1_000), new EarlyLabels.Known(1, 1_000));
        return all.performance(confusion);
    }

    private static boolean holds(Performance performance, String metric) {
        Interval interval = performance
                .get(metric)
                .orElseThrow()
                .bounds()
                .at(Confidence.USUAL)
                .orElseThrow();
        return interval.holds(
                switch (metric) {
                    case "positive_rate" -> POSITIVE;
                    case "accuracy" -> ACCURACY;
                    case "precision" -> PRECISION;
                    case "recall" -> HITS;
                    default -> 2 * PRECISION * HITS / (PRECISION + HITS);
                });
    }

    private static double value(Performance performance, String metric) {
        return performance.get(metric).orElseThrow().value();
    }
}
