package io.leeway.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.profile.Calls;
import io.leeway.statistics.Figures;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassEstimatorTest {
    /** Calls of three classes: sure ones are right nine times of ten, unsure ones every second time. */
    private static final Map<Call, Map<String, Long>> REFERENCE = Map.of(
            new Call("a", 18), Map.of("a", 900L, "b", 100L),
            new Call("a", 10), Map.of("a", 500L, "b", 300L, "c", 200L),
            new Call("b", 18), Map.of("b", 900L, "c", 100L),
            new Call("c", 10), Map.of("c", 500L, "a", 500L));

    @Test
    void expectsWhatTheSameCallsMeantOnTheReference() {
        // Of wrong a's (600 on the reference) 2/3 are b and 1/3 c.
        // y = [a]*90 + [b]*(20/3) + [c]*(10/3) behind a-18, [a]*20 + [b]*(40/3) + [c]*(20/3) behind a-10 (50 % right),
        // [c]*50 + [a]*50 behind c-10; sklearn.metrics.precision_recall_fscore_support(y, called, sample_weight)
        Figures figures = estimate(Map.of(new Call("a", 18), 100L, new Call("a", 10), 40L, new Call("c", 10), 100L), 0);
        demand(figures, "accuracy", 160 / 240.0);
        demand(figures, "macro_precision", (110 / 140.0 + 50 / 100.0) / 2);
        demand(figures, "macro_recall", (110 / 160.0 + 0 + 50 / 60.0) / 3);
        demand(figures, "macro_f1", (2 * 110 / 300.0 + 0 + 2 * 50 / 160.0) / 3);
    }

    @Test
    void aWindowOfUnsureCallsIsExpectedToDoWorse() {
        assertThat(estimate(Map.of(new Call("a", 18), 100L), 0).get("accuracy").orElseThrow())
                .isGreaterThan(estimate(Map.of(new Call("a", 10), 100L), 0)
                                .get("accuracy")
                                .orElseThrow()
                        + 0.3);
    }

    @Test
    void manyCallsOfWhichNothingIsKnownLeaveNoEstimate() {
        assertThat(estimator().estimate(SeenAnswers.calls(Map.of(new Call("a", 18), 90L, new Call("d", 3), 5L), 5)))
                .isPresent();
        assertThat(estimator().estimate(SeenAnswers.calls(Map.of(new Call("a", 18), 89L, new Call("d", 3), 6L), 5)))
                .isEmpty();
        assertThat(estimator().estimate(SeenAnswers.calls(Map.of(), 0))).isEmpty();
    }

    @Test
    void aReferenceWithoutConfidencesHasNoEstimator() {
        assertThat(ClassEstimator.of(Map.of(), new Figures(), 100)).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        ByteWriter out = new ByteWriter();
        EstimatorForm.write(estimator(), out);
        assertThat(EstimatorForm.read(new ByteReader(out.toByteArray()))).isEqualTo(estimator());
    }

    @Test
    void partsOfConfidenceAreThoseThatProfilesCount() {
        assertThat(Call.PARTS).isEqualTo(Calls.PARTS);
    }

    /** More unsure calls in the window: the estimate follows the mix, and its band holds what labels would show. */
    @Test
    void holdsTheTruthThatLabelsWouldShowWhereConfidenceKeepsItsMeaning() {
        long seed = Long.getLong("leeway.seed", 3);
        Random random = new Random(seed);
        int windows = Effort.times(300);
        int held = 0;
        for (int window = 0; window < windows; window++) {
            Map<Call, Long> calls = new HashMap<>();
            long right = 0;
            for (int row = 0; row < 500; row++) {
                boolean sure = random.nextDouble() < 0.2;
                calls.merge(new Call("a", sure ? 18 : 10), 1L, Long::sum);
                right += random.nextDouble() < (sure ? 0.9 : 0.5) ? 1 : 0;
            }
            held += BackCheck.holds(estimate(calls, 0), new Figures().put("accuracy", right / 500.0)) ? 1 : 0;
        }
        assertThat(held / (double) windows).as("-Dleeway.seed=%d", seed).isGreaterThan(0.98);
    }

    private static Figures estimate(Map<Call, Long> calls, long others) {
        return estimator().estimate(SeenAnswers.calls(calls, others)).orElseThrow();
    }

    /** With the reference's interval of accuracy: 2,800 of 4,000 are right. */
    private static ClassEstimator estimator() {
        double half = 1.959963984540054 * Math.sqrt(0.7 * 0.3 / 4_000);
        Figures reference = new Figures()
                .put("accuracy", 0.7)
                .put("accuracy_low", 0.7 - half)
                .put("accuracy_high", 0.7 + half);
        return ClassEstimator.of(REFERENCE, reference, 4_000).orElseThrow();
    }

    private static void demand(Figures figures, String name, double expected) {
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-12));
    }
}
