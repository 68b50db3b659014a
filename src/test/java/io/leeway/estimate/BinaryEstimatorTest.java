package io.leeway.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.BinCounts;
import io.leeway.sketch.Bins;
import io.leeway.statistics.Figures;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinaryEstimatorTest {
    private static final double[] SCORES = {.05, .1, .2, .2, .5, .5, .7, .9};
    private static final double[] CALLED = {.2, .5, .7, .9};
    private static final Bins BINS = Bins.cut(SCORES);

    @Test
    void expectsWhatTheCalibratedScoresSay() {
        // p = r_[.05, .1, .2, .2, .5, .5, .7, .9]; c = r_[0, 0, 0, 1, 0, 1, 1, 1]
        // TP = (p * c).sum(); FP = ((1 - p) * c).sum(); FN = (p * (1 - c)).sum(); TN = ((1 - p) * (1 - c)).sum()
        // roc_auc_score(r_[ones(8), zeros(8)], r_[p, p], sample_weight=r_[p, 1 - p])
        Figures figures = ExpectedOutcomes.of(BinCounts.of(BINS, SCORES), BinCounts.of(BINS, CALLED), identity())
                .metrics();
        demand(figures, "accuracy", 0.68125);
        demand(figures, "precision", 0.575);
        demand(figures, "recall", 0.7301587301587301);
        demand(figures, "f1", 0.6433566433566434);
        demand(figures, "roc_auc", 0.8321878579610538);
        demand(figures, "positive_rate", 0.39375);
    }

    @Test
    void theBandIsThreeStandardErrorsOfAsManyRowsOfTheReference() {
        // The reference's interval of accuracy is .1 wide with 100 rows: sd = .1 / 2 / norm.isf(.025) * 10
        // .68125 -+ 3 * sd / 8**.5
        Figures reference =
                new Figures().put("accuracy", .8).put("accuracy_low", .75).put("accuracy_high", .85);
        Figures figures = BinaryEstimator.of(identity(), reference, 100)
                .estimate(SeenAnswers.scores(BinCounts.of(BINS, SCORES), BinCounts.of(BINS, CALLED)))
                .orElseThrow();
        demand(figures, "accuracy_low", 0.4106684535669601);
        demand(figures, "accuracy_high", 0.95183154643304);
        assertThat(figures.has("recall_low")).isFalse();
    }

    @Test
    void aWindowWithoutScoresHasNoEstimate() {
        assertThat(BinaryEstimator.of(identity(), new Figures(), 0)
                        .estimate(SeenAnswers.scores(new BinCounts(), new BinCounts())))
                .isEmpty();
    }

    @Test
    void aCalibrationNeedsBothClasses() {
        assertThat(Calibration.of(new long[] {3, 4}, new long[] {0, 0})).isEmpty();
        assertThat(Calibration.of(new long[] {3, 4}, new long[] {3, 4})).isEmpty();
        assertThat(Calibration.of(new long[0], new long[0])).isEmpty();
    }

    @Test
    void aCalibrationRisesAndHoldsBeyondTheReference() {
        Calibration calibration = Calibration.of(new long[] {0, 4, 4, 0, 2, 0}, new long[] {0, 2, 1, 0, 2, 0})
                .orElseThrow();
        double[] steps = IntStream.range(0, 6).mapToDouble(calibration::at).toArray();
        assertThat(steps).containsExactly(.375, .375, .375, .375, 1, 1);
    }

    @Test
    void isReadAsItWasWritten() {
        Figures reference =
                new Figures().put("accuracy", .8).put("accuracy_low", .75).put("accuracy_high", .85);
        Estimator estimator = BinaryEstimator.of(identity(), reference, 100);
        ByteWriter out = new ByteWriter();
        EstimatorForm.write(estimator, out);
        assertThat(EstimatorForm.read(new ByteReader(out.toByteArray()))).isEqualTo(estimator);
    }

    /** Scores that are no probabilities, and more of the high ones in the window: the estimate follows the mix. */
    @Test
    void holdsTheTruthThatLabelsWouldShowWhereScoresKeepTheirMeaning() {
        long seed = Long.getLong("leeway.seed", 12);
        Random random = new Random(seed);
        double[] reference = random.doubles(20_000).toArray();
        Bins bins = Bins.cut(reference);
        long[] rows = new long[bins.slots()];
        long[] positives = new long[bins.slots()];
        long right = 0;
        for (double score : reference) {
            boolean positive = random.nextDouble() < score * score;
            rows[bins.index(score)]++;
            positives[bins.index(score)] += positive ? 1 : 0;
            right += positive == score > .5 ? 1 : 0;
        }
        double share = right / (double) reference.length;
        double half = 1.959963984540054 * Math.sqrt(share * (1 - share) / reference.length);
        Estimator estimator = BinaryEstimator.of(
                Calibration.of(rows, positives).orElseThrow(),
                new Figures()
                        .put("accuracy", share)
                        .put("accuracy_low", share - half)
                        .put("accuracy_high", share + half),
                reference.length);
        int windows = Effort.times(300);
        int held = 0;
        for (int window = 0; window < windows; window++) {
            double[] scores = random.doubles(500).map(u -> Math.pow(u, 0.7)).toArray();
            long correct = Arrays.stream(scores)
                    .filter(score -> random.nextDouble() < score * score == score > .5)
                    .count();
            Figures figures = estimator
                    .estimate(SeenAnswers.scores(
                            BinCounts.of(bins, scores),
                            BinCounts.of(
                                    bins,
                                    Arrays.stream(scores)
                                            .filter(score -> score > .5)
                                            .toArray())))
                    .orElseThrow();
            held += BackCheck.holds(figures, new Figures().put("accuracy", correct / 500.0)) ? 1 : 0;
        }
        assertThat(held / (double) windows).as("-Dleeway.seed=%d", seed).isGreaterThan(0.98);
    }

    /** Each score is as likely positive as it says. */
    private static Calibration identity() {
        long[] rows = new long[BINS.slots()];
        long[] positives = new long[BINS.slots()];
        for (double score : SCORES) {
            rows[BINS.index(score)] = 100;
            positives[BINS.index(score)] = Math.round(100 * score);
        }
        return Calibration.of(rows, positives).orElseThrow();
    }

    private static void demand(Figures figures, String name, double expected) {
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-12));
    }
}
