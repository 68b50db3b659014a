package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoSampleTestsTest {
    private static final double[] FIVE = {1, 2, 3, 4, 5};
    private static final double[] FOUR = {2, 4, 6, 8};
    private static final Bins BINS = Bins.cut(FIVE);

    @Test
    void chiSquaredIsPearsonsWithoutCorrection() {
        // scipy.stats.chi2_contingency([[10, 20, 30, 40], [5, 0, 25, 10]], correction=False)
        ChiSquared test = ChiSquared.of(new long[] {10, 20, 30, 40}, new long[] {5, 0, 25, 10})
                .orElseThrow();
        assertThat(test.statistic()).isCloseTo(17.64848484848485, within(1e-13));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.p()).isCloseTo(0.0005197169480834291, Percentage.withPercentage(1e-9));
    }

    @Test
    void oneCategoryIsNoTest() {
        ChiSquared test = ChiSquared.of(new long[] {10, 0}, new long[] {4, 0}).orElseThrow();
        assertThat(test.statistic()).isZero();
        assertThat(test.degreesOfFreedom()).isZero();
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void anEmptySideIsNoTest() {
        assertThat(ChiSquared.of(new long[] {10, 3}, new long[2])).isEmpty();
        assertThat(KolmogorovSmirnov.of(distribution(FIVE), distribution())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // scipy.special.kolmogorov(t)
        "0, 1",
        "0.1, 1",
        "0.3, 0.9999906941986655",
        "0.5, 0.9639452436648751",
        "0.8, 0.5441424115741981",
        "1.0, 0.26999967167735456",
        "1.17, 0.12939004218561884",
        "1.19, 0.11774229287977166",
        "2, 0.0006709252557796953",
        "5, 3.8574996959278356e-22",
        "8, 5.14441874528483e-56"
    })
    void theLimitLawKeepsItsDigitsInTheTail(double t, double survival) {
        assertThat(KolmogorovDistribution.survival(t)).isCloseTo(survival, Percentage.withPercentage(1e-11));
    }

    @Test
    void kolmogorovSmirnovIsExactOnTheEdgesOfASmallReference() {
        // scipy.stats.ks_2samp(a, b).statistic, scipy.special.kolmogorov(.5 * numpy.sqrt(20 / 9))
        KolmogorovSmirnov test =
                KolmogorovSmirnov.of(distribution(FIVE), distribution(FOUR)).orElseThrow();
        assertThat(test.statistic()).isEqualTo(0.5);
        assertThat(test.p()).isCloseTo(0.6349894805231344, within(1e-14));
        assertThat(test.m()).isEqualTo(5);
        assertThat(test.n()).isEqualTo(4);
    }

    @Test
    void wassersteinIsExactBeyondTheReference() {
        // scipy.stats.wasserstein_distance([1, 2, 3, 4, 5], [2, 4, 6, 8])
        assertThat(distance(FIVE, FOUR)).isCloseTo(2.0, within(1e-12));
    }

    @Test
    void wassersteinOfAShiftIsTheShift() {
        assertThat(distance(FIVE, 101, 102, 103, 104, 105)).isCloseTo(100, within(1e-9));
        assertThat(distance(FIVE, -99, -98, -97, -96, -95)).isCloseTo(100, within(1e-9));
        assertThat(distance(FIVE, FIVE)).isZero();
    }

    @Test
    void wassersteinOfNothingOrOfTooMuchIsAbsent() {
        assertThat(Wasserstein.distance(distribution(FIVE), distribution())).isEmpty();
        assertThat(Wasserstein.distance(distribution(FIVE), distribution(Double.MAX_VALUE, Double.MAX_VALUE)))
                .isEmpty();
    }

    /** Beyond 10,000 different values the bins are quantiles; the raw values decide how far off they may be. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 6})
    void onQuantilesOfALargeReferenceDistancesAreThoseOfTheRawValues(double shift) {
        double[] reference = sortedGaussians(40_000, 0);
        double[] window = sortedGaussians(3_000, shift);
        Bins bins = Bins.cut(reference);
        BinnedDistribution r = BinnedDistribution.of(bins, reference);
        BinnedDistribution w = BinnedDistribution.of(bins, window);
        double ks = 0;
        double wasserstein = 0;
        double[] all = DoubleStream.concat(Arrays.stream(reference), Arrays.stream(window))
                .sorted()
                .toArray();
        for (int i = 0; i + 1 < all.length; i++) {
            double difference = Math.abs(share(reference, all[i]) - share(window, all[i]));
            ks = Math.max(ks, difference);
            wasserstein += difference * (all[i + 1] - all[i]);
        }
        assertThat(KolmogorovSmirnov.of(r, w).orElseThrow().statistic()).isCloseTo(ks, within(1.1 / 1024));
        assertThat(Wasserstein.distance(r, w).orElseThrow()).isCloseTo(wasserstein, within(0.001));
    }

    /** The distances skip slots in which nothing changes; looked at one by one, all of them say the same to the bit. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60, 3_000})
    void skippingEmptySlotsChangesNoBit(int rows) {
        double[] reference = sortedGaussians(500, 0);
        Bins bins = Bins.cut(reference);
        BinnedDistribution r = BinnedDistribution.of(bins, reference);
        BinnedDistribution w = BinnedDistribution.of(bins, sortedGaussians(rows, 0.5));
        double ks = 0;
        for (int slot = 0; slot < bins.slots(); slot++) {
            ks = Math.max(ks, Math.abs(r.upTo(slot) * (double) w.total() - w.upTo(slot) * (double) r.total()));
            assertThat(w.ascent().upTo(slot)).isEqualTo(w.upTo(slot));
        }
        assertThat(KolmogorovSmirnov.of(r, w).orElseThrow().statistic())
                .isEqualTo(ks / ((double) r.total() * w.total()));
    }

    private static double[] sortedGaussians(int count, double shift) {
        Random random = new Random(count);
        return DoubleStream.generate(() -> random.nextGaussian() + shift)
                .limit(count)
                .sorted()
                .toArray();
    }

    /** The share of different, sorted values that do not exceed one of their own or another number. */
    private static double share(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        return (found >= 0 ? found + 1 : -found - 1) / (double) sorted.length;
    }

    private static double distance(double[] reference, double... window) {
        return Wasserstein.distance(distribution(reference), distribution(window))
                .orElseThrow();
    }

    private static BinnedDistribution distribution(double... values) {
        return BinnedDistribution.of(BINS, values);
    }
}
