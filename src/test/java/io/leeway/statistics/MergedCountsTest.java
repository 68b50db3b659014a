package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MergedCountsTest {
    @Test
    void aSparseBinOfANumberMergesWithTheNext() {
        MergedCounts counts = MergedCounts.ordered(new long[] {40, 1, 2, 50, 7}, new long[] {40, 2, 1, 50, 7});
        assertThat(counts.reference()).containsExactly(40, 53, 7);
        assertThat(counts.window()).containsExactly(40, 53, 7);
    }

    @Test
    void whatIsLeftOverAtTheEndMergesWithTheLast() {
        MergedCounts counts = MergedCounts.ordered(new long[] {50, 50, 1}, new long[] {50, 50, 1});
        assertThat(counts.reference()).containsExactly(50, 51);
    }

    @Test
    void sparseCategoriesFormOneRest() {
        MergedCounts counts = MergedCounts.unordered(new long[] {2, 60, 3, 1, 30}, new long[] {1, 55, 3, 4, 33});
        assertThat(counts.reference()).containsExactly(60, 30, 6);
        assertThat(counts.window()).containsExactly(55, 33, 8);
    }

    @Test
    void aSparseRestMergesWithTheSmallestCategory() {
        MergedCounts counts = MergedCounts.unordered(new long[] {60, 1, 30}, new long[] {55, 1, 35});
        assertThat(counts.reference()).containsExactly(60, 31);
        assertThat(counts.window()).containsExactly(55, 36);
    }

    @Test
    void theOrderOfCategoriesDoesNotMatter() {
        MergedCounts one = MergedCounts.unordered(new long[] {20, 20, 0, 90}, new long[] {21, 20, 3, 80});
        MergedCounts other = MergedCounts.unordered(new long[] {90, 0, 20, 20}, new long[] {80, 3, 20, 21});
        assertThat(other.psi()).isCloseTo(one.psi(), withPercentage(1e-10));
    }

    @Test
    void mergingLooksAtBothSidesTogether() {
        // pooled 12, of which the smaller sample would have 6: kept, though the window has none
        assertThat(MergedCounts.ordered(new long[] {12, 88}, new long[] {0, 100})
                        .bins())
                .isEqualTo(2);
    }

    /** Cochran's five: of 99 pooled rows in a bin the smaller of two equal samples expects 49.5, of 10 five, of 9 less. */
    @Test
    void aBinStandsAloneFromFiveExpectedRowsOn() {
        assertThat(MergedCounts.ordered(new long[] {5, 95}, new long[] {5, 95}).bins())
                .isEqualTo(2);
        assertThat(MergedCounts.ordered(new long[] {5, 95}, new long[] {4, 96}).bins())
                .isEqualTo(1);
        assertThat(MergedCounts.unordered(new long[] {5, 95}, new long[] {5, 95})
                        .bins())
                .isEqualTo(2);
        assertThat(MergedCounts.unordered(new long[] {5, 95}, new long[] {4, 96})
                        .bins())
                .isEqualTo(1);
    }

    @Test
    void psiHasHalfARowAddedToEveryBin() {
        // numpy: a=(w+.5)/(w.sum()+5); b=(r+.5)/(r.sum()+5); ((a-b)*log(a/b)).sum()
        long[] reference = {600, 600, 600, 600, 600, 600, 600, 600, 600, 600};
        long[] window = {20, 25, 18, 22, 30, 19, 21, 24, 11, 10};
        assertThat(MergedCounts.ordered(reference, window).psi()).isCloseTo(0.08858343073666722, withPercentage(1e-10));
    }

    @Test
    void nothingAtAllIsOneEmptyBin() {
        assertThat(MergedCounts.ordered(new long[0], new long[0]).psi()).isZero();
        assertThat(MergedCounts.unordered(new long[3], new long[3]).bins()).isEqualTo(1);
        assertThat(MergedCounts.unordered(new long[] {5}, new long[] {0}).psi()).isZero();
    }

    @Test
    void hugeCountsHaveAFinitePsi() {
        long[] huge = {1L << 60, 1, 1L << 61};
        assertThat(MergedCounts.ordered(huge, new long[] {1, 1L << 60, 0}).psi())
                .isFinite();
        assertThat(MergedCounts.unordered(new long[100_000], huge(100_000)).psi())
                .isFinite();
    }

    private static long[] huge(int bins) {
        long[] counts = new long[bins];
        Arrays.fill(counts, 1_000_000_000L);
        return counts;
    }
}
