package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static final double[] ONE_TO_TEN =
            IntStream.rangeClosed(1, 10).asDoubleStream().toArray();

    @Test
    void displayEdgesAreTheDecilesOfNumPy() {
        // numpy.quantile(numpy.arange(1, 11), numpy.arange(1, 10) / 10)
        assertThat(Bins.cut(ONE_TO_TEN).display())
                .containsExactly(1.9, 2.8, 3.6999999999999997, 4.6, 5.5, 6.3999999999999995, 7.3, 8.2, 9.1);
    }

    @Test
    void everyValueLiesBetweenTheEndsOfItsSlot() {
        Bins bins = Bins.cut(gaussians(500));
        for (double value : gaussians(2000)) {
            int slot = bins.index(value);
            if (bins.single(slot)) {
                assertThat(bins.upper(slot)).isEqualTo(value);
            } else {
                assertThat(value).isStrictlyBetween(bins.lower(slot), bins.upper(slot));
            }
        }
    }

    @Test
    void belowAndAboveTheReferenceAreToldApart() {
        Bins bins = Bins.cut(ONE_TO_TEN);
        assertThat(bins.index(0.9)).isZero();
        assertThat(bins.index(1)).isEqualTo(1);
        assertThat(bins.index(10)).isEqualTo(bins.slots() - 2);
        assertThat(bins.index(10.1)).isEqualTo(bins.slots() - 1);
    }

    @Test
    void displayBinsAreRightClosedAndReachToInfinity() {
        Bins bins = Bins.cut(ONE_TO_TEN);
        double[] edges = bins.display();
        for (double value : new double[] {-1e300, 0, 1, 1.9, 1.95, 5, 5.5, 9.1, 9.5, 10, 11, 1e300}) {
            long edgesBelow =
                    DoubleStream.of(edges).filter(edge -> edge < value).count();
            assertThat(bins.displayBin(bins.index(value))).isEqualTo((int) edgesBelow);
        }
    }

    @Test
    void aConstantReferenceHasOneEdgeAndTwoDisplayBins() {
        Bins bins = Bins.cut(new double[] {3, 3, 3, 3});
        assertThat(bins.display()).containsExactly(3);
        assertThat(bins.slots()).isEqualTo(3);
        assertThat(BinCounts.of(bins, 2, 3, 3, 4).display(bins)).containsExactly(3, 1);
    }

    @Test
    void negativeAndPositiveZeroAreOneValue() {
        Bins bins = Bins.cut(new double[] {-0.0, 0.0, 1});
        assertThat(bins.index(-0.0)).isEqualTo(bins.index(0.0)).isEqualTo(1);
    }

    @Test
    void aLargeReferenceHasAtMost4096Edges() {
        double[] heavyTailed = Arrays.stream(gaussians(50_000))
                .map(value -> Math.exp(3 * value))
                .toArray();
        assertThat(Bins.cut(heavyTailed).slots()).isBetween(2 * 1024, 2 * 4096 + 1);
    }

    @Test
    void aValueThatHoldsAThousandthOfALargeReferenceHasItsOwnSlot() {
        double[] values = gaussians(50_000);
        Arrays.fill(values, 0, 50, 0.123);
        Bins bins = Bins.cut(values);
        assertThat(bins.single(bins.index(0.123))).isTrue();
    }

    @Test
    void noGapIsWiderThanAThirtySecondOfTheDeviation() {
        double[] values = {0, 100, 100, 100, 0, 0};
        Bins bins = Bins.cut(values);
        for (int slot = 2; slot < bins.slots() - 1; slot += 2) {
            assertThat(bins.upper(slot) - bins.lower(slot)).isLessThanOrEqualTo(50.0 / 32 + 1e-9);
        }
    }

    @Test
    void theWidestNumbersStillMakeBins() {
        Bins bins = Bins.cut(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE});
        assertThat(bins.index(0)).isBetween(1, bins.slots() - 2);
        assertThat(bins.index(-Double.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void nothingAndInfinityMakeNoBins() {
        assertThatThrownBy(() -> Bins.cut(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bins.cut(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderOfTheReferenceDoesNotMatter() {
        assertThat(Bins.cut(new double[] {3, 1, 2})).isEqualTo(Bins.cut(new double[] {1, 2, 3}));
    }

    @Test
    void bytesKeepEveryEdge() {
        Bins bins = Bins.cut(gaussians(100));
        ByteWriter out = new ByteWriter();
        bins.write(out);
        assertThat(Bins.read(new ByteReader(out.toByteArray()))).isEqualTo(bins);
        assertThatThrownBy(() -> Bins.read(new ByteReader(new byte[] {9}))).isInstanceOf(MalformedBytesException.class);
    }

    private static double[] gaussians(int count) {
        Random random = new Random(count);
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
