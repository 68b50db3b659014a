package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExactMomentsTest {
    @Test
    void theVarianceIsExactBesideALargeMean() {
        // NIST SmLs09 in small: 1000000000000.4 with alternating .3 and .5 has standard deviation .1 by construction.
        ExactMoments moments = new ExactMoments();
        moments.add(1_000_000_000_000.4);
        for (int i = 0; i < 500; i++) {
            moments.add(1_000_000_000_000.3);
            moments.add(1_000_000_000_000.5);
        }
        // The doubles nearest to .3 and .5 beside 1e12 are 2^-13 apart from them, and no closer can the result be.
        assertThat(moments.mean().orElseThrow()).isCloseTo(1_000_000_000_000.4, within(1e-4));
        assertThat(Math.sqrt(moments.variance().orElseThrow())).isCloseTo(0.1, within(1e-4));
    }

    @Test
    void agreesWithNumpy() {
        // x = [2, 4, 4, 4, 5, 5, 7, 9]: mean 5, np.var(x, ddof=1) = 4.571428571428571, sum of squares 232
        ExactMoments moments = moments(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.mean()).hasValue(5);
        assertThat(moments.variance()).hasValue(32.0 / 7);
        assertThat(moments.sumOfSquares()).isEqualTo(232);
        assertThat(moments.meanSquare()).hasValue(29);
    }

    @Test
    void theSameValueHasNoVariance() {
        assertThat(moments(0.1, 0.1, 0.1).variance()).hasValue(0);
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        ExactMoments moments = moments(0.1, 0.7, 1e9);
        moments.remove(0.7);
        moments.remove(1e9);
        moments.remove(0.1);
        assertThat(moments).isEqualTo(new ExactMoments());
    }

    @Test
    void tooFewValuesHaveNoMeanAndNoVariance() {
        assertThat(new ExactMoments().mean()).isEmpty();
        assertThat(new ExactMoments().meanSquare()).isEmpty();
        assertThat(new ExactMoments().squaredDeviations()).isZero();
        assertThat(moments(3).variance()).isEmpty();
    }

    @Test
    void theLargestValueAndItsDifferencesCanBeSquared() {
        ExactMoments moments = moments(ExactMoments.LARGEST, -2 * ExactMoments.LARGEST);
        assertThat(moments.variance().orElseThrow()).isFinite();
        assertThatThrownBy(() -> moments.add(1e200)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ExactMoments moments(double... values) {
        ExactMoments moments = new ExactMoments();
        DoubleStream.of(values).forEach(moments::add);
        return moments;
    }
}
