package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.google.errorprone.annotations.Immutable;
import io.leeway.Effort;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every distance of counts is, whatever the counts. */
class MeasurePropertiesTest {
    private static final long SEED = Long.getLong("leeway.seed", 17);
    private static final int HOSTILE_BINS = 100_000;

    @ParameterizedTest
    @EnumSource(Distance.class)
    void aDistanceIsTheSameBothWays(Distance distance) {
        forAny((r, w) -> assertNear(distance.of(r, w), distance.of(w, r)));
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void aDistanceStaysWithinItsBounds(Distance distance) {
        forAny((r, w) -> assertThat(distance.of(r, w)).isBetween(0.0, distance.most));
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void theOrderOfBinsDoesNotMatter(Distance distance) {
        Random random = new Random(SEED);
        forAny((r, w) -> {
            int[] order = shuffled(r.length, random);
            assertNear(distance.of(in(order, r), in(order, w)), distance.of(r, w));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Distance.class,
            names = {"PSI", "JENSEN_SHANNON", "HELLINGER", "LARGEST"})
    void onlySharesCount(Distance distance) {
        forAny((r, w) -> assertNear(distance.of(times(7, r), times(7, w)), distance.of(r, w)));
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void manyBinsAndHugeCountsHaveADistance(Distance distance) {
        long[] one = new long[HOSTILE_BINS];
        long[] other = new long[HOSTILE_BINS];
        Arrays.fill(one, Long.MAX_VALUE / HOSTILE_BINS);
        other[HOSTILE_BINS - 1] = Long.MAX_VALUE;
        assertThat(distance.of(one, other)).isBetween(0.0, distance.most);
        assertThat(distance.of(one, one)).isZero();
    }

    private interface Claim {
        void holds(long[] reference, long[] window);
    }

    private static void forAny(Claim claim) {
        Random random = new Random(SEED);
        int trials = Effort.times(200);
        for (int trial = 0; trial < trials; trial++) {
            int bins = 1 + random.nextInt(30);
            long[] reference = counts(bins, random);
            long[] window = counts(bins, random);
            try {
                claim.holds(reference, window);
            } catch (AssertionError broken) {
                throw new AssertionError(
                        "-Dleeway.seed=" + SEED + ": " + List.of(Arrays.toString(reference), Arrays.toString(window)),
                        broken);
            }
        }
    }

    /** Many of them 0, never all. */
    private static long[] counts(int bins, Random random) {
        int largest = 1 << random.nextInt(20);
        long[] counts = IntStream.range(0, bins)
                .mapToLong(bin -> Math.max(0, random.nextInt(2 * largest) - largest))
                .toArray();
        counts[random.nextInt(bins)]++;
        return counts;
    }

    private static int[] shuffled(int size, Random random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    private static long[] in(int[] order, long[] counts) {
        return Arrays.stream(order).mapToLong(bin -> counts[bin]).toArray();
    }

    private static long[] times(int factor, long[] counts) {
        return Arrays.stream(counts).map(count -> factor * count).toArray();
    }

    private static void assertNear(double actual, double expected) {
        if (expected < 1e-12) {
            assertThat(actual).isBetween(0.0, 1e-6);
        } else {
            assertThat(actual).isCloseTo(expected, withPercentage(1e-6));
        }
    }

    @Immutable
    private interface Measure {
        OptionalDouble apply(long[] reference, long[] window);
    }

    private enum Distance {
        /** At most (1 - 1e-4) ln(1 / 1e-4) for each bin that has all on one side. */
        PSI(PopulationStability::floored, 2 * Math.log(1e4)),
        PSI_HALF(PopulationStability::half, Double.MAX_VALUE),
        JENSEN_SHANNON(JensenShannon::distance, 1),
        HELLINGER(Hellinger::distance, 1),
        LARGEST(LargestDifference::distance, 1);

        private final Measure measure;
        private final double most;

        Distance(Measure measure, double most) {
            this.measure = measure;
            this.most = most;
        }

        double of(long[] reference, long[] window) {
            return measure.apply(reference, window).orElseThrow();
        }
    }
}
