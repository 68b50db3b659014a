package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinCountsTest {
    private static final Bins HUNDRED = Bins.cut(range(0, 100));

    @Test
    void mergedInAnyOrderTheCountsAreTheSame() {
        Random random = new Random(7);
        BinCounts[] parts = new BinCounts[6];
        BinCounts whole = new BinCounts();
        for (int i = 0; i < parts.length; i++) {
            double[] values = random.doubles(i * 40L, -10, 120).toArray();
            parts[i] = BinCounts.of(HUNDRED, values);
            Arrays.stream(values).forEach(value -> whole.add(HUNDRED, value));
        }
        assertThat(cumulative(merged(parts, 5, 3, 1, 0, 2, 4)))
                .containsExactly(cumulative(merged(parts, 0, 1, 2, 3, 4, 5)))
                .containsExactly(cumulative(whole));
    }

    @Test
    void valuesBeyondTheReferenceAreCountedWithTheirDistance() {
        BinCounts counts = BinCounts.of(HUNDRED, -3, -1, 0, 50, 99, 109);
        assertThat(counts.below()).isEqualTo(2);
        assertThat(counts.sumBelow()).isEqualTo(4);
        assertThat(counts.above(HUNDRED)).isEqualTo(1);
        assertThat(counts.sumAbove()).isEqualTo(10);
        assertThat(counts.total()).isEqualTo(6);
    }

    @Test
    void displayCountsAreSumsOfFineOnes() {
        assertThat(BinCounts.of(HUNDRED, range(0, 100)).display(HUNDRED))
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
    }

    @Test
    void quartilesOfTheReferenceItselfAreExact() {
        // numpy.quantile(range(100), [.25, .5, .75])
        BinnedDistribution quantiles = distribution(range(0, 100));
        assertThat(quantiles.quantile(0.25)).isEqualTo(24.75);
        assertThat(quantiles.quantile(0.5)).isEqualTo(49.5);
        assertThat(quantiles.quantile(0.75)).isEqualTo(74.25);
    }

    @Test
    void theQuartilesOfOneValueAreThatValue() {
        assertThat(distribution(5).quantile(0.25)).isEqualTo(5);
        assertThat(distribution(500).quantile(0.5)).isEqualTo(500);
        assertThat(distribution(-500).quantile(0.5)).isEqualTo(-500);
    }

    @Test
    void aMedianBeyondTheReferenceIsRightToASixteenthOfItsDistance() {
        assertThat(distribution(range(1000, 1101)).quantile(0.5)).isCloseTo(1050, within((1050 - 99) / 16.0));
        assertThat(distribution(range(-1100, -999)).quantile(0.5)).isCloseTo(-1050, within(1050 / 16.0));
    }

    @Test
    void nothingHasNoQuantiles() {
        assertThatThrownBy(() -> distribution().quantile(0.5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLargestNumbersAreCounted() {
        BinCounts counts = BinCounts.of(HUNDRED, -Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(counts.below()).isEqualTo(1);
        assertThat(counts.above(HUNDRED)).isEqualTo(2);
        assertThat(distribution(Double.MAX_VALUE, Double.MAX_VALUE).quantile(0.5))
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 100, 5000})
    void bytesKeepEveryCount(int rows) {
        double[] values = new Random(rows).doubles(rows, -10, 120).toArray();
        BinCounts counts = BinCounts.of(HUNDRED, values);
        ByteWriter out = new ByteWriter();
        counts.write(out);
        ByteReader in = new ByteReader(out.toByteArray());
        BinCounts read = BinCounts.read(in);
        assertThat(cumulative(read)).containsExactly(cumulative(counts));
        assertThat(read.sumBelow()).isEqualTo(counts.sumBelow());
        assertThat(read.sumAbove()).isEqualTo(counts.sumAbove());
        assertThat(in.left()).isZero();
    }

    @Test
    void damagedBytesAskForNoMemory() {
        byte[] bytes =
                new ByteWriter().octet(1).count(1).count(1L << 40).count(1).toByteArray();
        assertThatThrownBy(() -> BinCounts.read(new ByteReader(bytes))).isInstanceOf(MalformedBytesException.class);
    }

    private static BinnedDistribution distribution(double... values) {
        return BinnedDistribution.of(HUNDRED, values);
    }

    private static long[] cumulative(BinCounts counts) {
        BinnedDistribution values = new BinnedDistribution(HUNDRED, counts, new Moments());
        return IntStream.range(0, HUNDRED.slots()).mapToLong(values::upTo).toArray();
    }

    private static BinCounts merged(BinCounts[] parts, int... order) {
        BinCounts merged = new BinCounts();
        for (int part : order) {
            merged.merge(parts[part]);
        }
        return merged;
    }

    private static double[] range(int from, int to) {
        return IntStream.range(from, to).asDoubleStream().toArray();
    }
}
