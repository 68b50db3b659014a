package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances of counts; r = numpy.array([10, 20, 30, 40]), w = numpy.array([5, 0, 25, 10]), p = r / 100, q = w / 40. */
class DistancesTest {
    private static final long[] REFERENCE = {10, 20, 30, 40};
    private static final long[] WINDOW = {5, 0, 25, 10};

    interface Distance extends BiFunction<long[], long[], OptionalDouble> {}

    static Stream<Distance> all() {
        return Stream.of(
                PopulationStability::floored,
                PopulationStability::half,
                JensenShannon::distance,
                Hellinger::distance,
                LargestDifference::distance);
    }

    @Test
    void theIndexHasFlooredShares() {
        // P = numpy.maximum(p, 1e-4); Q = numpy.maximum(q, 1e-4); ((Q - P) * numpy.log(Q / P)).sum()
        assertNear(PopulationStability.floored(REFERENCE, WINDOW), 1.834039516733243);
    }

    @Test
    void theSmoothedIndexHasHalfACountMoreInEveryBin() {
        // P = (r + .5) / 102; Q = (w + .5) / 42; ((Q - P) * numpy.log(Q / P)).sum()
        assertNear(PopulationStability.half(REFERENCE, WINDOW), 0.8273828852485299);
    }

    @Test
    void jensenShannonIsADistanceToBaseTwo() {
        // scipy.spatial.distance.jensenshannon(p, q, base=2)
        assertNear(JensenShannon.distance(REFERENCE, WINDOW), 0.39456216182326825);
    }

    @Test
    void hellingerIsADistanceOfRoots() {
        // numpy.sqrt(((numpy.sqrt(p) - numpy.sqrt(q)) ** 2).sum() / 2)
        assertNear(Hellinger.distance(REFERENCE, WINDOW), 0.3727682030645228);
    }

    @Test
    void theLargestDifferenceIsThatOfAShare() {
        // abs(p - q).max()
        assertNear(LargestDifference.distance(REFERENCE, WINDOW), 0.325);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingHasNoDistance(Distance distance) {
        assertThat(distance.apply(REFERENCE, new long[4])).isEmpty();
        assertThat(distance.apply(new long[4], WINDOW)).isEmpty();
        assertThat(distance.apply(new long[0], new long[0])).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalSharesHaveNoDistanceFromEachOther(Distance distance) {
        assertNear(distance.apply(new long[] {1, 2, 0}, new long[] {1, 2, 0}), 0);
        assertNear(distance.apply(new long[] {9}, new long[] {4}), 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void differentBinsCannotBeCompared(Distance distance) {
        assertThatThrownBy(() -> distance.apply(REFERENCE, new long[2])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesWithoutACommonBinAreOneApart() {
        assertNear(JensenShannon.distance(new long[] {5, 0}, new long[] {0, 7}), 1);
        assertNear(Hellinger.distance(new long[] {5, 0}, new long[] {0, 7}), 1);
        assertNear(LargestDifference.distance(new long[] {5, 0}, new long[] {0, 7}), 1);
    }

    private static void assertNear(OptionalDouble actual, double expected) {
        assertThat(actual.orElseThrow()).isCloseTo(expected, within(1e-14));
    }
}
