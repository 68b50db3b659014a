package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsotonicFitTest {
    @Test
    void isThatOfScikitLearn() {
        // sklearn.isotonic.IsotonicRegression().fit_transform(range(9), values, sample_weight=weights)
        double[] values = {.1, .4, .3, .2, .6, .5, .9, .7, 1};
        double[] weights = {1, 2, 3, 1, 5, 5, 1, 2, 1};
        double pool = (2 * .4 + 3 * .3 + .2) / 6;
        double last = (.9 + 2 * .7) / 3;
        assertThat(IsotonicFit.of(values, weights))
                .containsExactly(new double[] {.1, pool, pool, pool, .55, .55, last, last, 1}, within(1e-12));
    }

    @Test
    void whatRisesStaysAndWhatFallsIsOnePool() {
        assertThat(IsotonicFit.of(new double[] {1, 2, 3}, new double[] {1, 1, 1}))
                .containsExactly(1, 2, 3);
        assertThat(IsotonicFit.of(new double[] {3, 2, 1}, new double[] {1, 1, 1}))
                .containsExactly(new double[] {2, 2, 2}, within(1e-12));
        assertThat(IsotonicFit.of(new double[0], new double[0])).isEmpty();
    }
}
