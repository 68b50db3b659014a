package io.leeway.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ScoreRangesTest {
    private static final BinaryTally BASELINE = tally(1, 5_000, score -> score, ScoreRangesTest::isFromHalf);

    @Test
    void theTenthWhoseScoresNoLongerMeanWhatTheyDidIsNamed() {
        BinaryTally window =
                tally(2, 3_000, score -> score > 0.2 && score <= 0.3 ? 0.8 : score, ScoreRangesTest::isFromHalf);
        LossReport report = LossReport.of(ranges().parts(window), 0.01);
        assertThat(report.candidates()).isEqualTo(10);
        assertThat(report.parts()).hasSize(1);
        assertThat(report.parts().get(0).name()).isEqualTo("scores from 0.193 to 0.283");
    }

    @Test
    void whereScoresMeanTheSameNoneIs() {
        assertThat(LossReport.of(ranges().parts(tally(3, 3_000, score -> score, ScoreRangesTest::isFromHalf)), 0.01)
                        .parts())
                .isEmpty();
    }

    @Test
    void inEachRangeAsManyAnswersAreWrongAsWereCounted() {
        assertThat(ranges().baseline().stream().mapToDouble(LossSum::sum).sum()).isEqualTo((double)
                (BASELINE.confusion().fp() + BASELINE.confusion().fn()));
        assertThat(ranges().baseline().stream().mapToLong(LossSum::n).sum()).isEqualTo(5_000);
    }

    /** A decision made elsewhere, as by a person, cannot be told by score: nothing is said. */
    @Test
    void answersThatAreNotScoresCutAtAThresholdHaveNoRanges() {
        SplittableRandom coin = new SplittableRandom(4);
        BinaryTally byChance = tally(4, 1_000, score -> score, score -> coin.nextBoolean());
        assertThat(ScoreRanges.of(byChance)).isEmpty();
        assertThat(ranges().parts(byChance)).isEmpty();
    }

    @Test
    void rowsWithoutScoresHaveNoneEither() {
        BinaryTally some = tally(5, 1_000, score -> score, ScoreRangesTest::isFromHalf);
        some.add(new Outcome.Binary(true, true, Double.NaN));
        assertThat(ScoreRanges.of(some)).isEmpty();
    }

    @Test
    void anyThresholdIsFoundThatAnswersFollow() {
        BinaryTally strict = tally(6, 1_000, score -> score, score -> score >= 0.87);
        assertThat(CutScores.of(strict).orElseThrow().wrong(List.of()).get(0).sum())
                .isEqualTo(
                        (double) (strict.confusion().fp() + strict.confusion().fn()));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ByteWriter out = new ByteWriter();
        ranges().write(out);
        assertThat(ScoreRanges.read(new ByteReader(out.toByteArray()))).isEqualTo(ranges());
    }

    private static boolean isFromHalf(double score) {
        return score >= 0.5;
    }

    private static ScoreRanges ranges() {
        return ScoreRanges.of(BASELINE).orElseThrow();
    }

    private static BinaryTally tally(long seed, int rows, DoubleUnaryOperator positive, DoublePredicate answer) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryTally tally = new BinaryTally();
        for (int row = 0; row < rows; row++) {
            double score = random.nextDouble();
            boolean actual = random.nextDouble() < positive.applyAsDouble(score);
            tally.add(new Outcome.Binary(answer.test(score), actual, score));
        }
        return tally;
    }
}
