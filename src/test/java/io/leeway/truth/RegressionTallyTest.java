package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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
    void theErrorsOfRmseR2WapeAndMedianComeFromTheDeltaMethodAndFromRanks() {
        double[] errors = {3, -1, 4, -1, 5, -9, 2, -6, 5, 3.5};
        double[] labels = {10, 20, 30, 25, 15, 8, 9, 40, 33, 21};
        RegressionTally tally = new RegressionTally();
        for (int i = 0; i < errors.length; i++) {
            tally.add(new Outcome.Regression(labels[i] + errors[i], labels[i]));
        }
        Figures figures = tally.performance();
        // mse = (e**2).mean(); r = mse**.5; v = ((e**4).mean() - mse**2) / (4 * 10 * mse); h = norm.isf(.025) * v**.5 /
        // r
        // r * exp(-h), r * exp(h)
        demandInterval(figures, "rmse", 3.2772914384865053, 6.415358656570869);
        // 1 - (r * exp(h))**2 / y.var(), 1 - (r * exp(-h))**2 / y.var()
        demandInterval(figures, "r2", 0.6163964331024441, 0.8998915167044743);
        // t.interval(.95, 9, loc=abs(e).mean(), scale=abs(e).std(ddof=1) / 10**.5) / y.mean()
        demandInterval(figures, "wape", 0.10398549055527187, 0.27042209238311676);
        // sorted(abs(e))[1], sorted(abs(e))[8]: ranks 2 and 9 of 10, as h = norm.isf(.025) * 10**.5 / 2 = 3.1
        demandInterval(figures, "median_ae", 1, 6);
    }

    private static void demandInterval(Figures figures, String name, double low, double high) {
        // The histogram's bins are 1/128 wide.
        assertThat(figures.get(name + "_low").orElseThrow()).as(name).isCloseTo(low, withinPercentage(1));
        assertThat(figures.get(name + "_high").orElseThrow()).as(name).isCloseTo(high, withinPercentage(1));
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
