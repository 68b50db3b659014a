package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionBoundsTest {
    // c = binomtest(tp, tp + fp + fn).proportion_ci(method='wilson'); 2 * c.low / (1 + c.low), 2 * c.high / (1 +
    // c.high)
    @ParameterizedTest
    @CsvSource({
        "98, 74, 6204, 309, 0.2908328313073052, 0.38971793466954646",
        "3, 1, 5, 2, 0.31595441298429383, 0.8964809123179994",
        "0, 4, 90, 6, 0.0, 0.43448246478317487"
    })
    void f1HasTheIntervalOfTheShareItIsReadFrom(long tp, long fp, long tn, long fn, double low, double high) {
        demand(new ConfusionBounds(new Confusion(tp, fp, tn, fn)).f1(), low, high);
    }

    // a, b = Wilson's intervals of p = tp / (tp + fn) and of q = tn / (tn + fp)
    // (p + q - hypot(p - a.low, q - b.low)) / 2, (p + q + hypot(a.high - p, b.high - q)) / 2
    @ParameterizedTest
    @CsvSource({
        "98, 74, 6204, 309, 0.5949470473271733, 0.6364511627718986",
        "3, 1, 5, 2, 0.4456300036638291, 0.8735115104134992",
        "0, 4, 90, 6, 0.44782177109059135, 0.674319140110118"
    })
    void balancedAccuracyAddsTheErrorsOfItsTwoShares(long tp, long fp, long tn, long fn, double low, double high) {
        demand(new ConfusionBounds(new Confusion(tp, fp, tn, fn)).balancedAccuracy(), low, high);
    }

    // g = numeric gradient of mcc in the four shares pi; v = ((pi * g**2).sum() - (pi * g).sum()**2) / n
    // h = norm.isf(.025) * v**.5 / (1 - mcc**2); tanh(atanh(mcc) - h), tanh(atanh(mcc) + h)
    @ParameterizedTest
    @CsvSource({
        "98, 74, 6204, 309, 0.29392839195538634, 0.3957350207430997",
        "3, 1, 5, 2, -0.17547906516602846, 0.8154429041798303"
    })
    void theMatthewsCoefficientHasTheErrorOfTheDeltaMethod(
            long tp, long fp, long tn, long fn, double low, double high) {
        Interval interval = new ConfusionBounds(new Confusion(tp, fp, tn, fn))
                .mcc()
                .at(Confidence.USUAL)
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }

    @Test
    void whatIsUndefinedHasNoBounds() {
        ConfusionBounds bounds = new ConfusionBounds(new Confusion(0, 0, 5, 0));
        assertThat(bounds.f1().at(Confidence.USUAL)).isEmpty();
        assertThat(bounds.balancedAccuracy().at(Confidence.USUAL)).isEmpty();
        assertThat(bounds.mcc().at(Confidence.USUAL)).isEmpty();
        assertThat(new ConfusionBounds(new Confusion(4, 0, 5, 0)).mcc().at(Confidence.USUAL))
                .isEmpty();
    }

    private static void demand(Bounds bounds, double low, double high) {
        Interval interval = bounds.at(Confidence.USUAL).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
