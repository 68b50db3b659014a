package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsiTestTest {
    private static final double TOLERANCE = 0.01;
    private static final MergedCounts COUNTS = MergedCounts.ordered(
            new long[] {600, 600, 600, 600, 600, 600, 600, 600, 600, 600},
            new long[] {20, 25, 18, 22, 30, 19, 21, 24, 11, 10});

    // scipy 1.17.1, s = 1/200 + 1/6000, b = 9: ncx2.sf(psi / s, b, .01 / s) and s * ncx2.isf(1e-3, b, .01 / s)
    @Test
    void withoutNoiseOfItsOwnTheLawIsANonCentralChiSquared() {
        PsiTest test = PsiTest.of(COUNTS, OwnNoise.unknown(), TOLERANCE);
        assertThat(test.pValue()).isCloseTo(0.11596556099386518, withPercentage(1e-8));
        assertThat(test.critical(1e-3)).isCloseTo(0.1714661221951358, withPercentage(1e-8));
    }

    // scipy 1.17.1, s1 = s + variance, M = s1 * b, V = 2*s*s*b + 4*s*variance*b + max(b*b*scatter, 2*variance**2*b),
    // nu = min(max(2*M*M/V, 1), b), d = max(4, (windows - 1)*(s1/variance)**2), nc = .01*nu/M:
    // ncf.sf(psi / M, nu, d, nc) and M * ncf.isf(1e-3, nu, d, nc)
    @ParameterizedTest
    @CsvSource({
        "0.001, 2e-6, 6, 0.2237839900334113, 0.22935530969642562",
        "0.0137, 0, 6, 0.8482208104854493, 1.7072996359881292",
        "0.0003, 1e-5, 42, 0.2054965850562977, 0.2825340284154258",
    })
    void withNoiseOfItsOwnTheLawIsANonCentralF(
            double variance, double scatter, int windows, double p, double critical) {
        PsiTest test = PsiTest.of(COUNTS, new OwnNoise(variance, scatter, windows), TOLERANCE);
        assertThat(test.pValue()).isCloseTo(p, withPercentage(1e-7));
        assertThat(test.critical(1e-3)).isCloseTo(critical, withPercentage(1e-7));
    }

    // the same from the formulas of the class, in numpy
    @Test
    void theNoiseIsLearnedFromWindowsEachAgainstTheRest() {
        List<MergedCounts> windows = List.of(
                MergedCounts.ordered(new long[] {90, 70, 70, 90}, new long[] {30, 20, 10, 40}),
                MergedCounts.ordered(new long[] {100, 60, 55, 105}, new long[] {20, 30, 25, 25}),
                MergedCounts.ordered(new long[] {85, 75, 50, 110}, new long[] {35, 15, 30, 20}),
                MergedCounts.ordered(new long[] {95, 65, 65, 95}, new long[] {25, 25, 15, 35}));
        OwnNoise noise = OwnNoise.over(windows);
        assertThat(noise.variance()).isCloseTo(0.03249556677445207, withPercentage(1e-9));
        assertThat(noise.scatter()).isZero();
        assertThat(noise.known()).isTrue();
    }

    @Test
    void twoWindowsTellNothingOfTheNoise() {
        MergedCounts window = MergedCounts.ordered(new long[] {90, 70}, new long[] {10, 90});
        assertThat(OwnNoise.over(List.of(window, window))).isEqualTo(new OwnNoise(0, 0, 2));
        assertThat(OwnNoise.over(List.of(window, window)).known()).isFalse();
    }

    @Test
    void moreRowsLowerTheLimitButNeverBelowTheTolerance() {
        double last = Double.POSITIVE_INFINITY;
        for (long rows = 100; rows < 1L << 50; rows *= 8) {
            long[] half = {rows / 2, rows / 2};
            double critical = PsiTest.of(MergedCounts.ordered(half, half), OwnNoise.unknown(), TOLERANCE)
                    .critical(1e-3);
            assertThat(critical).isBetween(TOLERANCE, last);
            last = critical;
        }
        assertThat(last).isCloseTo(TOLERANCE, within(1e-4));
    }

    @Test
    void withoutChangeAlarmsAreRareAtEverySize() {
        Random random = new Random(7);
        for (int n : new int[] {30, 50, 100, 1_000}) {
            int alarms = 0;
            for (int trial = 0; trial < 2_000; trial++) {
                MergedCounts counts = MergedCounts.ordered(deciles(random, 5_000), deciles(random, n));
                alarms += PsiTest.of(counts, OwnNoise.unknown(), TOLERANCE).pValue() <= 0.01 ? 1 : 0;
            }
            // nominal: 20, standard deviation 4.4
            assertThat(alarms).as("n = %d", n).isLessThanOrEqualTo(20 + 2 * 4);
        }
    }

    private static long[] deciles(Random random, int rows) {
        long[] counts = new long[10];
        for (int row = 0; row < rows; row++) {
            counts[random.nextInt(10)]++;
        }
        return counts;
    }
}
