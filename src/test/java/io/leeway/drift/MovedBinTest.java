package io.leeway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovedBinTest {
    @Test
    void theBinsThatMovedMostComeFirstWithTheirShares() {
        assertThat(MovedBin.of(List.of("ATL", "JFK", "ORD"), new long[] {500, 300, 200}, new long[] {20, 35, 45}))
                .containsExactly(new MovedBin("ATL", 0.5, 0.2), new MovedBin("ORD", 0.2, 0.45));
    }

    /** 35 of 100 after 300 of 1,000 is one standard error. */
    @Test
    void whatChanceMovesAsFarIsNotNamed() {
        assertThat(MovedBin.of(List.of("JFK", "other"), new long[] {300, 700}, new long[] {35, 65}))
                .isEmpty();
        assertThat(MovedBin.of(List.of("JFK", "other"), new long[] {300, 700}, new long[] {3_500, 6_500}))
                .hasSize(2);
    }

    @Test
    void withoutValuesOnASideNoneMoved() {
        assertThat(MovedBin.of(List.of("JFK"), new long[] {0}, new long[] {35})).isEmpty();
        assertThat(MovedBin.of(List.of("JFK"), new long[] {30}, new long[] {0})).isEmpty();
        assertThat(MovedBin.of(List.of(), new long[] {}, new long[] {})).isEmpty();
    }

    @Test
    void intervalsAreCalledAsInHistograms() {
        assertThat(new Intervals(new double[] {1, 2.5}).names()).containsExactly("(-inf, 1]", "(1, 2.5]", "(2.5, inf)");
    }
}
