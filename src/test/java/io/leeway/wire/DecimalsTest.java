package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "7, 7.0",
        "-7, -7.0",
        "0.1, 0.1",
        "-0.3, -0.3",
        "0.0001, 1e-4",
        "696.0, 696.0",
        "999999999999999, 999999999999999",
        "-999999999999999, -999999999999999",
        "0.0000000000001, 1e-13",
        "9999999.9999999, 9999999.9999999"
    })
    void isRead(String written, double value) {
        assertThat(read(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.00", "1e3", "1E-3", "1234567890123456", "0.00000000000001", "NaN", "-Infinity"})
    void isLeftToOthers(String written) {
        assertThat(read(written)).isNaN();
    }

    @Test
    void whatIsReadIsTheNearestDouble() {
        Random random = new Random(3);
        for (int i = 0; i < Effort.times(200_000); i++) {
            String written = written(random);
            assertThat(read(written)).as(written).isEqualTo(Double.parseDouble(written));
        }
    }

    /** At most 14 digits, at most 13 of them behind the point, never -0. */
    private static String written(Random random) {
        long digits = 1 + (random.nextLong() >>> (random.nextInt(44) + 18)) % 10_000_000_000_000L;
        int scale = random.nextInt(14);
        return BigDecimal.valueOf(random.nextBoolean() ? digits : -digits, scale)
                .toPlainString();
    }

    private static double read(String written) {
        String within = "x" + written + "9";
        return Decimals.value(within.toCharArray(), 1, written.length());
    }
}
