package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
    @Test
    void isTheTrueSumRoundedOnce() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            double[] values = random.doubles(50)
                    .map(share -> (share - 0.5) * Math.scalb(1.0, random.nextInt(600) - 300))
                    .toArray();
            BigDecimal expected =
                    DoubleStream.of(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum(values).value()).isEqualTo(expected.doubleValue());
        }
    }

    @Test
    void smallThingsSurviveBesideLargeOnes() {
        assertThat(sum(1e300, 1, Double.MIN_VALUE, -1e300, -1).value()).isEqualTo(Double.MIN_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).value())
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        ExactSum sum = sum(0.1, 1e200, -7, 1e-200);
        for (double value : new double[] {1e-200, 0.1, -7, 1e200}) {
            sum.add(-value);
        }
        assertThat(sum).isEqualTo(new ExactSum());
        assertThat(sum.value()).isZero();
    }

    @Test
    void partsMergeToTheWholeInAnyOrder() {
        double[] values = new Random(2).doubles(999, -1e9, 1e9).toArray();
        ExactSum[] parts = {new ExactSum(), new ExactSum(), new ExactSum()};
        for (int i = 0; i < values.length; i++) {
            parts[i % 3].add(values[i]);
        }
        ExactSum merged = new ExactSum();
        merged.merge(parts[2]);
        merged.merge(parts[0]);
        merged.merge(parts[1]);
        assertThat(merged).isEqualTo(sum(values));
        assertThat(bytes(merged)).isEqualTo(bytes(sum(values)));
        merged.add(0.5);
        assertThat(merged.value())
                .isEqualTo(sum(DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(0.5))
                                .toArray())
                        .value());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1, 0.1, 1e308, -1e308, 4.9e-324, -4.9e-324})
    void bytesBringItBack(double value) {
        assertThat(ExactSum.read(new ByteReader(bytes(sum(value, 1e-5))))).isEqualTo(sum(value, 1e-5));
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> new ExactSum().add(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bytesOfAnImpossibleSumAreRefused() {
        byte[] farAway =
                new ByteWriter().octet(1).count(1L << 62).block(new byte[] {1}).toByteArray();
        byte[] empty = new ByteWriter().octet(1).count(0).block(new byte[0]).toByteArray();
        byte[] newer = new ByteWriter().octet(2).count(0).block(new byte[] {1}).toByteArray();
        for (byte[] bytes : new byte[][] {farAway, empty, newer}) {
            assertThatThrownBy(() -> ExactSum.read(new ByteReader(bytes))).isInstanceOf(MalformedBytesException.class);
        }
    }

    private static ExactSum sum(double... values) {
        ExactSum sum = new ExactSum();
        DoubleStream.of(values).forEach(sum::add);
        return sum;
    }

    private static byte[] bytes(ExactSum sum) {
        ByteWriter out = new ByteWriter();
        sum.write(out);
        return out.toByteArray();
    }
}
