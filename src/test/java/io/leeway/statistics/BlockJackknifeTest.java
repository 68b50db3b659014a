package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockJackknifeTest {
    @Test
    void weighsBlocksOfDifferentSize() {
        // x = [[1, 2, 3], [4, 6], [2, 2, 5, 1], [7], [3, 3]], the figure is the mean th of all n rows; m = sizes; h = n
        // / m
        // w = means without each block; thJ = J * th - ((1 - m / n) * w).sum(); ps = h * th - (h - 1) * w
        // v = ((ps - thJ)**2 / (h - 1)).sum() / J; t.interval(.95, J - 1, loc=th, scale=v**.5)
        Interval interval = BlockJackknife.bounds(
                        3.25, new long[] {3, 2, 4, 1, 2}, new double[] {11 / 3.0, 2.9, 3.625, 32 / 11.0, 3.3})
                .at(Confidence.USUAL)
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(1.2076637298497976, within(1e-12));
        assertThat(interval.high()).isCloseTo(5.292336270150202, within(1e-12));
    }

    @Test
    void fewBlocksSayNothing() {
        assertThat(BlockJackknife.bounds(1, new long[] {5, 5, 5}, new double[] {1, 2, 3})
                        .at(Confidence.USUAL))
                .isEmpty();
    }

    @Test
    void aFigureThatIsUndefinedWithoutABlockHasNoBounds() {
        assertThat(BlockJackknife.bounds(1, new long[] {5, 5, 5, 5}, new double[] {1, 2, 3, Double.NaN})
                        .at(Confidence.USUAL))
                .isEmpty();
    }

    @Test
    void holdsTheTruthAsOftenAsItSaysWhereTheRowsOfADayErrTogether() {
        long seed = Long.getLong("leeway.seed", 5);
        Random random = new Random(seed);
        int weeks = Effort.times(2_000);
        int held = 0;
        for (int week = 0; week < weeks; week++) {
            held += meanOfAWeek(random).at(Confidence.USUAL).orElseThrow().holds(0) ? 1 : 0;
        }
        // 95 %, four standard errors of 2,000 weeks below; the interval of independent rows holds it in 42 %, P(|Z| <
        // 1.96 / sqrt(12.5)).
        assertThat(held / (double) weeks).as("-Dleeway.seed=%d", seed).isBetween(0.93, 0.97);
    }

    /** 24 hours a day, half of the variance common to a day. */
    private static Bounds meanOfAWeek(Random random) {
        double[] sums = new double[7];
        for (int day = 0; day < sums.length; day++) {
            double weather = random.nextGaussian();
            for (int hour = 0; hour < 24; hour++) {
                sums[day] += weather + random.nextGaussian();
            }
        }
        double total = Arrays.stream(sums).sum();
        long[] sizes = new long[7];
        Arrays.fill(sizes, 24);
        double[] without = Arrays.stream(sums).map(sum -> (total - sum) / 144).toArray();
        return BlockJackknife.bounds(total / 168, sizes, without);
    }
}
