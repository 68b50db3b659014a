package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.statistics.Figures;
import org.junit.jupiter.api.Test;

class BinaryTallyTest {
    private static final int[] TRUTH = {0, 0, 1, 1, 0, 1, 1, 0, 1, 0};
    private static final double[] SCORES = {.1, .2, .2, .8, .8, .9, .6, .4, .4, .3};

    @Test
    void agreesWithScikitLearn() {
        BinaryTally tally = new BinaryTally();
        for (int i = 0; i < TRUTH.length; i++) {
            tally.add(new Outcome.Binary(SCORES[i] > 0.5, TRUTH[i] == 1, SCORES[i]));
        }
        Figures figures = tally.performance();
        // log_loss(TRUTH, SCORES), brier_score_loss(TRUTH, SCORES), roc_auc_score(TRUTH, SCORES)
        demand(figures, "log_loss", 0.6170500882157142);
        demand(figures, "brier", 0.215);
        demand(figures, "roc_auc", 0.74);
        demand(figures, "mean_score", 0.47);
        demand(figures, "accuracy", 0.7);
        // Bins of ten: |.1 - 0| + |.4 - 1| + |.3 - 0| + |.8 - 1| + |.6 - 1| + |1.6 - 1| + |.9 - 1|, by ten.
        demand(figures, "ece10", 0.23);
        // h = norm.isf(.025) * sqrt((.215 - .23**2) / 9); the lower end is below 0
        demand(figures, "ece10_high", 0.4930379091467231);
        demand(figures, "ece10_low", 0);
    }

    @Test
    void withoutScoresTheDecisionsRemain() {
        BinaryTally tally = new BinaryTally();
        tally.add(new Outcome.Binary(true, true, Double.NaN));
        tally.add(new Outcome.Binary(false, true, Double.NaN));
        assertThat(tally.performance().get("recall")).hasValue(0.5);
        assertThat(tally.performance().get("tp")).hasValue(1);
        for (String name : new String[] {"roc_auc", "avg_precision", "log_loss", "brier", "mean_score", "ece10"}) {
            assertThat(tally.performance().has(name)).as(name).isFalse();
        }
    }

    @Test
    void aCertaintyThatWasWrongCostsAFiniteLoss() {
        BinaryTally tally = new BinaryTally();
        tally.add(new Outcome.Binary(true, false, 1));
        tally.add(new Outcome.Binary(false, true, 0));
        // -math.log(1e-15)
        assertThat(tally.performance().get("log_loss").orElseThrow()).isCloseTo(34.538776394910684, within(0.02));
    }

    @Test
    void whatIsUndefinedIsAbsent() {
        BinaryTally tally = new BinaryTally();
        assertThat(tally.performance().size()).isZero();
        tally.add(new Outcome.Binary(false, false, 0.1));
        for (String name : new String[] {"precision", "recall", "f1", "mcc", "balanced_accuracy", "roc_auc"}) {
            assertThat(tally.performance().has(name)).as(name).isFalse();
        }
    }

    private static void demand(Figures figures, String name, double expected) {
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-12));
    }
}
