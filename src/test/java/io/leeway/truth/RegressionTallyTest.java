package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.statistics.Figures;
import org.junit.jupiter.api.Test;

class RegressionTallyTest {
    private static final Outcome LARGEST = new Outcome.Regression(1_000, 0);

    @Test
    void agreesWithScikitLearn() {
        // y = [3, -.5, 2, 7]; p = [2.5, 0, 2, 8]
        Figures figures = tally().performance();
        // r2_score, mean_absolute_error, root_mean_squared_error, median_absolute_error; e = p - y
        demand(figures, "r2", 0.9486081370449679);
        demand(figures, "mae", 0.5);
        demand(figures, "rmse", 0.6123724356957945);
        demand(figures, "bias", 0.25);
        demand(figures, "wape", 0.16);
        demand(figures, "max_ae", 1);
        // t.interval(.95, 3, loc=abs(e).mean(), scale=abs(e).std(ddof=1) / 2)[1]; the lower end is below 0
        assertThat(figures.get("mae_high").orElseThrow()).isCloseTo(1.1496141318125555, within(1e-9));
        assertThat(figures.get("mae_low")).hasValue(0);
        assertThat(figures.get("median_ae").orElseThrow()).isCloseTo(0.5, within(0.5 / 128));
    }

    @Test
    void theLargestErrorIsExactUntilItIsTakenBack() {
        RegressionTally tally = tally();
        tally.add(LARGEST);
        assertThat(tally.largestError()).hasValue(1_000);
        tally.remove(LARGEST);
        assertThat(tally.largestError().orElseThrow()).isBetween(1.0, 1 + 1.0 / 128);
    }

    @Test
    void noLargestErrorWithoutOutcomes() {
        RegressionTally tally = new RegressionTally();
        tally.add(LARGEST);
        tally.remove(LARGEST);
        assertThat(tally.largestError()).isEmpty();
    }

    @Test
    void oneOutcomeOrEqualLabelsHaveNoR2() {
        RegressionTally tally = new RegressionTally();
        tally.add(new Outcome.Regression(1, 0.1));
        assertThat(tally.performance().has("r2")).isFalse();
        tally.add(new Outcome.Regression(2, 0.1));
        assertThat(tally.performance().has("r2")).isFalse();
        assertThat(tally.performance().has("mae")).isTrue();
    }

    @Test
    void labelsOfZeroHaveNoWeightedError() {
        RegressionTally tally = new RegressionTally();
        tally.add(new Outcome.Regression(1, 0));
        assertThat(tally.performance().has("wape")).isFalse();
    }

    private static RegressionTally tally() {
        RegressionTally tally = new RegressionTally();
        tally.add(new Outcome.Regression(2.5, 3));
        tally.add(new Outcome.Regression(0, -0.5));
        tally.add(new Outcome.Regression(2, 2));
        tally.add(new Outcome.Regression(8, 7));
        return tally;
    }

    private static void demand(Figures figures, String name, double expected) {
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-12));
    }
}
