package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTestTest {
    private static final double LEVEL = 1e-3;

    // scipy 1.17.1: fisher_exact([[x, n - x], [y, m - y]], alternative='greater') and 'less'
    @ParameterizedTest
    @CsvSource({
        "12, 200, 30, 1000, 0.03494758764140596, 0.9854106985033967",
        "3, 50, 0, 500, 0.000710708859566105, 1.0",
        "40, 400, 588, 6000, 0.4745865099822294, 0.5934026709475578",
    })
    void withoutToleranceItIsFishersExactTest(long x, long n, long y, long m, double greater, double less) {
        RateTest rise = RateTest.ofRise(new Share(x, n), new Share(y, m), DesignEffect.none());
        RateTest fall = new RateTest(rise.window(), rise.reference(), rise.effect(), RateTest.Side.FALL, 1);
        assertThat(rise.pValue(0)).isCloseTo(greater, withPercentage(1e-9));
        assertThat(fall.pValue(0)).isCloseTo(less, withPercentage(1e-9));
    }

    @Test
    void theScorePassesOneExactlyWhereThePValuePassesTheLevel() {
        for (DesignEffect effect : List.of(DesignEffect.none(), new DesignEffect(3.7, 0.004, 12))) {
            for (double tolerance : new double[] {0, 0.005, 0.1}) {
                for (long count = 0; count <= 1000; count++) {
                    RateTest test = RateTest.ofChange(new Share(count, 1000), new Share(1200, 6000), effect);
                    assertThat(test.score(LEVEL, tolerance) > 1)
                            .as("count %d, tolerance %s", count, tolerance)
                            .isEqualTo(test.pValue(tolerance) <= LEVEL);
                }
            }
        }
    }

    @Test
    void aChangeBelowTheToleranceIsNeverFound() {
        RateTest test =
                RateTest.ofRise(new Share(104_999, 1_000_000), new Share(1_000_000, 10_000_000), DesignEffect.none());
        assertThat(test.pValue(0)).isLessThan(1e-30);
        assertThat(test.pValue(0.005)).isGreaterThan(0.4);
        assertThat(test.score(LEVEL, 0.005)).isZero();
    }

    @Test
    void valuesBeyondTheReferencesRangeNeedNoReferenceCount() {
        // 3 of 100 below the least of 900: all of the 3 least of 1000 stand in the window, 100*99*98 / (1000*999*998)
        RateTest test = RateTest.ofOneRiseOfTwo(new Share(3, 100), new Share(0, 900), DesignEffect.none());
        assertThat(test.pValue(0)).isCloseTo(2 * 100 * 99 * 98 / (1000.0 * 999 * 998), withPercentage(1e-9));
    }

    @Test
    void aNoiseOfTheWindowsOwnDoesNotShrinkWithTraffic() {
        DesignEffect effect = new DesignEffect(20, 0.1, 40);
        RateTest small = RateTest.ofRise(new Share(300, 1000), new Share(1200, 6000), effect);
        RateTest large = RateTest.ofRise(new Share(300_000, 1_000_000), new Share(1200, 6000), effect);
        assertThat(large.pValue(0.005)).isGreaterThan(0.05).isCloseTo(small.pValue(0.005), withPercentage(20));
    }

    @Test
    void everyInputHasAnAnswer() {
        long[] sizes = {0, 1, 30, 1_000_000_000_000L};
        for (long n : sizes) {
            for (long m : sizes) {
                for (Share window : List.of(new Share(0, n), new Share(n / 2, n), new Share(n, n))) {
                    for (Share reference : List.of(new Share(0, m), new Share(m, m))) {
                        RateTest test = RateTest.ofChange(window, reference, DesignEffect.none());
                        assertThat(test.pValue(0.005)).isBetween(0.0, 1.0);
                        assertThat(test.score(LEVEL, 0.005))
                                .isGreaterThanOrEqualTo(0)
                                .isFinite();
                    }
                }
            }
        }
    }
}
