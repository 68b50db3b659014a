package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.sketch.ExactMoments;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    @Test
    void isStudentsInterval() {
        // x = [2, 4, 4, 4, 5, 5, 7, 9]; scipy.stats.t.interval(.95, 7, loc=mean(x), scale=std(x, ddof=1) / 8**.5)
        demand(new Interval(3.21251208176379, 6.787487918236209), 2, 4, 4, 4, 5, 5, 7, 9);
        // scipy.stats.t.interval(.95, 1, loc=1.5, scale=.5)
        demand(new Interval(-4.853102368087347, 7.853102368087347), 1, 2);
    }

    @Test
    void isAPointWhereAllValuesAreTheSame() {
        demand(new Interval(0.1, 0.1), 0.1, 0.1, 0.1);
    }

    @Test
    void isAbsentBelowTwoValues() {
        assertThat(MeanInterval.of(moments())).isEmpty();
        assertThat(MeanInterval.of(moments(3))).isEmpty();
    }

    private static void demand(Interval expected, double... values) {
        Interval interval = MeanInterval.of(moments(values)).orElseThrow();
        assertThat(interval.low()).isCloseTo(expected.low(), within(1e-9));
        assertThat(interval.high()).isCloseTo(expected.high(), within(1e-9));
    }

    private static ExactMoments moments(double... values) {
        ExactMoments moments = new ExactMoments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }
}
