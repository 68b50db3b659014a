package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Metrics;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceJudgeTest {
    private static final PerformanceVerdict NOTHING_BEFORE = PerformanceVerdict.undecided(Maturity.SPARSE, "early");
    private static final PerformanceJudge ACCURACY =
            new PerformanceJudge(Map.of("accuracy", new Tolerance(0.01, false)), 0.01);

    @ParameterizedTest
    @CsvSource({
        "false, 0.99, false, OPEN",
        "true, 0.59, false, SPARSE",
        "true, 0.59, true, SPARSE",
        "true, 0.6, false, PROVISIONAL",
        "true, 0.95, false, PROVISIONAL",
        "true, 0.951, false, FINAL",
        "true, 0.6, true, FINAL"
    })
    void aWindowMaturesWithItsLabelsOrWithItsAge(
            boolean closed, double coverage, boolean pastHorizon, Maturity maturity) {
        assertThat(Maturity.of(closed, coverage, 0.6, pastHorizon)).isEqualTo(maturity);
    }

    // w = proportion_confint(800, 1000, .01, 'wilson'); b = .85 - (.85 - proportion_confint(8500, 10000, .05,
    // 'wilson')[0])
    //         * norm.isf(.005) / norm.isf(.025); .05 - hypot(w[1] - .8, .85 - b)                                     #
    // 0.018
    @Test
    void aDropBeyondToleranceAndChanceIsSaidInOneSentence() {
        PerformanceVerdict verdict = judge(Maturity.FINAL, right(800, 1_000), right(8_500, 10_000));
        assertThat(verdict.standing()).isEqualTo(Standing.DEGRADED);
        assertThat(verdict.reason())
                .isEqualTo("accuracy 0.8 against 0.85 on the baseline: lower by at least 0.0176 with 99.1 % confidence,"
                        + " and 0.01 is tolerated");
    }

    @Test
    void aDropThatChanceOrToleranceExplainsIsNone() {
        assertThat(judge(Maturity.FINAL, right(82, 100), right(8_500, 10_000)).standing())
                .isEqualTo(Standing.STABLE);
        assertThat(judge(Maturity.FINAL, right(84_100, 100_000), right(85_000, 100_000))
                        .standing())
                .isEqualTo(Standing.STABLE);
        assertThat(judge(Maturity.FINAL, right(95, 100), right(8_500, 10_000)).standing())
                .isEqualTo(Standing.STABLE);
    }

    @Test
    void theBaselinesOwnErrorCounts() {
        assertThat(judge(Maturity.FINAL, right(790, 1_000), right(85, 100)).standing())
                .isEqualTo(Standing.STABLE);
    }

    @Test
    void whatWasFoundFirstStandsUntilLabelsAreFinal() {
        PerformanceVerdict first = judge(Maturity.PROVISIONAL, right(800, 1_000), right(8_500, 10_000));
        Performance better = right(950, 1_000).metrics();
        Figures baseline = right(8_500, 10_000).performance();
        assertThat(ACCURACY.judge(Maturity.PROVISIONAL, better, baseline, first))
                .isEqualTo(first);
        assertThat(ACCURACY.judge(Maturity.SPARSE, better, baseline, first)).isEqualTo(first);
        assertThat(ACCURACY.judge(Maturity.FINAL, better, baseline, first).standing())
                .isEqualTo(Standing.STABLE);
    }

    @Test
    void twoLooksShareTheRoomForFalseAlarms() {
        assertThat(judge(Maturity.PROVISIONAL, right(700, 1_000), right(8_500, 10_000))
                        .reason())
                .contains(" 99.9 % confidence");
        assertThat(judge(Maturity.FINAL, right(800, 1_000), right(8_500, 10_000))
                        .reason())
                .contains(" 99.1 % confidence");
    }

    /** A window may hold one labelled row when it is first found to be final. */
    @Test
    void whatIsFinalIsSaidOfAllRowsAndLabelsHoweverFewThereWereFirst() {
        Figures baseline = right(8_500, 10_000).performance();
        PerformanceVerdict ofFew = judge(Maturity.FINAL, right(930, 1_000), right(8_500, 10_000));
        Performance worse = right(500, 1_000).metrics();
        assertThat(ACCURACY.judge(Maturity.FINAL, worse, baseline, ofFew))
                .isEqualTo(ACCURACY.judge(Maturity.FINAL, worse, baseline, NOTHING_BEFORE));
        assertThat(ACCURACY.judge(Maturity.SPARSE, worse, baseline, ofFew).standing())
                .isEqualTo(Standing.UNDECIDED);
    }

    @Test
    void aWindowThatHadNothingToBeComparedWithIsJudgedOnceThereIs() {
        PerformanceVerdict nothing =
                ACCURACY.judge(Maturity.FINAL, right(500, 1_000).metrics(), new Figures(), NOTHING_BEFORE);
        assertThat(ACCURACY.judge(
                                Maturity.FINAL,
                                right(500, 1_000).metrics(),
                                right(8_500, 10_000).performance(),
                                nothing)
                        .standing())
                .isEqualTo(Standing.DEGRADED);
    }

    @Test
    void withoutABaselineOrEnoughLabelsNothingIsSaid() {
        assertThat(ACCURACY.judge(Maturity.FINAL, right(5, 10).metrics(), new Figures(), NOTHING_BEFORE)
                        .standing())
                .isEqualTo(Standing.UNDECIDED);
        assertThat(judge(Maturity.SPARSE, right(0, 1_000), right(8_500, 10_000)).standing())
                .isEqualTo(Standing.UNDECIDED);
        assertThat(judge(Maturity.OPEN, right(0, 1_000), right(8_500, 10_000)).standing())
                .isEqualTo(Standing.UNDECIDED);
    }

    @Test
    void aVerdictIsReadAsItWasWritten() {
        PerformanceVerdict verdict = judge(Maturity.FINAL, right(800, 1_000), right(8_500, 10_000));
        ByteWriter out = new ByteWriter();
        verdict.write(out);
        assertThat(PerformanceVerdict.read(new ByteReader(out.toByteArray()))).isEqualTo(verdict);
    }

    @Test
    void whereNothingGotWorseAtMostTheSharePromisedAlarms() {
        long seed = Long.getLong("leeway.seed", 8);
        Random random = new Random(seed);
        PerformanceJudge judge = new PerformanceJudge(Metrics.tolerances(Task.BINARY), 0.05);
        int windows = Effort.times(400);
        int alarms = 0;
        for (int window = 0; window < windows; window++) {
            PerformanceVerdict verdict = judge.judge(
                    Maturity.FINAL,
                    sample(1_000, random).metrics(),
                    sample(3_000, random).performance(),
                    NOTHING_BEFORE);
            alarms += verdict.standing() == Standing.DEGRADED ? 1 : 0;
        }
        assertThat(alarms / (double) windows).as("-Dleeway.seed=%d", seed).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aMetricThatAWindowDoesNotHaveIsNotJudged() {
        Performance without =
                new Performance(Map.of("accuracy", new Estimate(Double.NaN, confidence -> Optional.empty())));
        PerformanceVerdict verdict =
                ACCURACY.judge(Maturity.FINAL, without, right(8_500, 10_000).performance(), NOTHING_BEFORE);
        assertThat(verdict.metrics()).isEmpty();
    }

    private static PerformanceVerdict judge(Maturity maturity, Tally window, Tally baseline) {
        return ACCURACY.judge(maturity, window.metrics(), baseline.performance(), NOTHING_BEFORE);
    }

    private static Tally right(int right, int n) {
        BinaryTally tally = new BinaryTally();
        for (int i = 0; i < n; i++) {
            tally.add(new Outcome.Binary(i < right, true, Double.NaN));
        }
        return tally;
    }

    private static Tally sample(int n, Random random) {
        BinaryTally tally = new BinaryTally();
        for (int i = 0; i < n; i++) {
            double score = random.nextDouble();
            tally.add(new Outcome.Binary(score > 0.6, random.nextDouble() < score * score, score));
        }
        return tally;
    }
}
