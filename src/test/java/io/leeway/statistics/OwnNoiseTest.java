package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features whose days differ although nothing changed: what the reference's own windows tell must be enough, at any traffic. */
class OwnNoiseTest {
    // P = (r + .5) / (r.sum() + 1.5); Q = (w + .5) / (w.sum() + 1.5); p = ((Q - P) * log(Q / P)).sum() / 2 of each
    // pair,
    // s = 1 / w.sum() + 1 / r.sum(); tau2 = p.mean() - s.mean()
    // p.var(ddof=1) - ((2 * s**2 + 4 * s * tau2) / 2).mean()
    @Test
    void varianceAndScatterAreThoseOfNumpy() {
        OwnNoise noise = OwnNoise.over(List.of(
                MergedCounts.ordered(new long[] {600, 700, 700}, new long[] {40, 30, 30}),
                MergedCounts.ordered(new long[] {590, 705, 705}, new long[] {50, 25, 25}),
                MergedCounts.ordered(new long[] {620, 690, 690}, new long[] {20, 40, 40}),
                MergedCounts.ordered(new long[] {605, 700, 695}, new long[] {35, 30, 35})));
        assertThat(noise.variance()).isCloseTo(0.02626949730381982, within(1e-15));
        assertThat(noise.scatter()).isCloseTo(0.0005644353026004944, within(1e-15));
        assertThat(noise.windows()).isEqualTo(4);
    }

    private static final int TRIALS = 400;
    private static final double NOMINAL = 0.01;

    @ParameterizedTest
    @CsvSource({"6, 150, 150", "6, 150, 15000", "42, 150, 150", "42, 150, 1500", "42, 150, 15000"})
    void aMeanThatWandersFromDayToDayIsNoDrift(int days, int rows, int windowRows) {
        Random random = new Random(5);
        int alarms = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            alarms += wanderingMean(random, days, rows, windowRows) <= NOMINAL ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(bearable(days));
    }

    @ParameterizedTest
    @CsvSource({"6, 150, 150", "6, 150, 15000", "42, 150, 150", "42, 150, 1500", "42, 150, 15000"})
    void aRateThatWandersFromDayToDayIsNoDrift(int days, int rows, int windowRows) {
        Random random = new Random(6);
        int alarms = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            alarms += wanderingRate(random, days, rows, windowRows) <= NOMINAL ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(bearable(days));
    }

    @Test
    void withoutTheReferencesWindowsTheSameWouldBeDrift() {
        Random random = new Random(7);
        int alarms = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            long[] reference = deciles(random, 0, 6000);
            MergedCounts counts = MergedCounts.ordered(reference, deciles(random, 0.3 * random.nextGaussian(), 15_000));
            alarms += PsiTest.of(counts, OwnNoise.unknown(), 0.01).pValue() <= NOMINAL ? 1 : 0;
        }
        assertThat(alarms).isGreaterThan(TRIALS / 2);
    }

    /** 5 %; six windows cannot tell a noise well enough (measured: up to 6 %). */
    private static int bearable(int days) {
        return days < 10 ? TRIALS / 12 : TRIALS / 20;
    }

    private static double wanderingMean(Random random, int days, int rows, int windowRows) {
        List<long[]> windows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            windows.add(deciles(random, 0.3 * random.nextGaussian(), rows));
        }
        long[] reference = minus(new long[10], windows, -1);
        OwnNoise noise = OwnNoise.over(windows.stream()
                .map(window -> MergedCounts.ordered(minus(reference, List.of(window), 1), window))
                .toList());
        long[] window = deciles(random, 0.3 * random.nextGaussian(), windowRows);
        return PsiTest.of(MergedCounts.ordered(reference, window), noise, 0.01).pValue();
    }

    private static double wanderingRate(Random random, int days, int rows, int windowRows) {
        List<Share> windows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            windows.add(share(random, rows));
        }
        Share reference = new Share(
                windows.stream().mapToLong(Share::count).sum(),
                windows.stream().mapToLong(Share::n).sum());
        DesignEffect effect = DesignEffect.over(windows);
        return RateTest.ofChange(share(random, windowRows), reference, effect).pValue(0.005);
    }

    /** A day's missing values at a rate about 10 %. */
    private static Share share(Random random, int rows) {
        double rate = 0.1 * Math.exp(0.4 * random.nextGaussian());
        return new Share(
                IntStream.range(0, rows)
                        .filter(row -> random.nextDouble() < rate)
                        .count(),
                rows);
    }

    /** Normal values of that mean on the deciles of the standard normal law. */
    private static long[] deciles(Random random, double mean, int rows) {
        double[] edges = {-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816};
        long[] counts = new long[10];
        for (int row = 0; row < rows; row++) {
            int at = Arrays.binarySearch(edges, mean + random.nextGaussian());
            counts[at >= 0 ? at : -at - 1]++;
        }
        return counts;
    }

    private static long[] minus(long[] counts, List<long[]> others, int sign) {
        long[] rest = counts.clone();
        for (long[] other : others) {
            for (int bin = 0; bin < rest.length; bin++) {
                rest[bin] -= sign * other[bin];
            }
        }
        return rest;
    }
}
