package io.leeway.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorEstimatorTest {
    private static final double[] SMALL = {1, -1, 2, -2, 1, -1, 2, -2, 1, -1};
    private static final double[] LARGE = {10, -10, 20, -20, 10, -10, 20, -20, 10, -10};

    @Test
    void expectsTheErrorsOfTheTenthsIntoWhichPredictionsFall() {
        // a = np.abs(SMALL); b = np.abs(LARGE); w = r_[.25, .75]; (w * r_[a.mean(), b.mean()]).sum()
        // half = 3 * sqrt((w * v).sum() / 40 + (w**2 * v).sum() / 10), v = r_[a.var(ddof=1), b.var(ddof=1)]
        Figures figures = estimate(10, 30);
        demand(figures, "mae", 10.85);
        demand(figures, "mae_low", 10.85 - 4.246174749112429);
        demand(figures, "rmse", Math.sqrt(0.25 * 2.2 + 0.75 * 220));
    }

    @Test
    void predictionsThatMoveToWhereTheModelIsWorseRaiseTheEstimate() {
        assertThat(estimate(10, 90).get("mae_low").orElseThrow())
                .isGreaterThan(estimate(90, 10).get("mae_high").orElseThrow());
    }

    @Test
    void withoutPredictionsOrOnOtherBinsThereIsNoEstimate() {
        assertThat(estimator().estimate(SeenAnswers.predictions(0, 0))).isEmpty();
        assertThat(estimator().estimate(SeenAnswers.predictions(1, 2, 3))).isEmpty();
    }

    @Test
    void aTenthOfFewRowsLeavesNoEstimator() {
        assertThat(ErrorEstimator.of(List.of(SMALL, new double[] {1, 2}))).isEmpty();
        assertThat(ErrorEstimator.of(List.of())).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        ByteWriter out = new ByteWriter();
        EstimatorForm.write(estimator(), out);
        assertThat(EstimatorForm.read(new ByteReader(out.toByteArray()))).isEqualTo(estimator());
    }

    /** Larger predictions err more, and the window has more of them. */
    @Test
    void holdsTheTruthThatLabelsWouldShowWhereTheModelErrsAsItDid() {
        long seed = Long.getLong("leeway.seed", 3);
        Random random = new Random(seed);
        ErrorEstimator estimator = ErrorEstimator.of(IntStream.range(0, 10)
                        .mapToObj(bin -> errors(bin, 300, random))
                        .toList())
                .orElseThrow();
        int windows = Effort.times(300);
        int held = 0;
        for (int window = 0; window < windows; window++) {
            long[] rows = IntStream.range(0, 10).mapToLong(bin -> 20L * bin).toArray();
            double sum = IntStream.range(0, 10)
                    .mapToDouble(bin -> sum(errors(bin, 20 * bin, random)))
                    .sum();
            Figures realised = new Figures().put("mae", sum / 900);
            held += BackCheck.holds(
                            estimator.estimate(SeenAnswers.predictions(rows)).orElseThrow(), realised)
                    ? 1
                    : 0;
        }
        assertThat(held / (double) windows).as("-Dleeway.seed=%d", seed).isGreaterThan(0.98);
    }

    private static double[] errors(int bin, int count, Random random) {
        return random.doubles(count)
                .map(unused -> (1 + bin) * random.nextGaussian())
                .toArray();
    }

    private static double sum(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += Math.abs(error);
        }
        return sum;
    }

    private static Figures estimate(long... rows) {
        return estimator().estimate(SeenAnswers.predictions(rows)).orElseThrow();
    }

    private static ErrorEstimator estimator() {
        return ErrorEstimator.of(List.of(SMALL, LARGE)).orElseThrow();
    }

    private static void demand(Figures figures, String name, double expected) {
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-9));
    }
}
