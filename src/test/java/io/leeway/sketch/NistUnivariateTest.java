package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Univariate summary statistics of NIST's Statistical Reference Datasets that can be made from their description. A digit is
 * a certified one that stands; where fewer than 15 are asked for, the data as doubles do not hold more.
 */
class NistUnivariateTest {
    @ParameterizedTest
    @CsvSource({
        "NUM_ACC_1, 10000002, 1, 15",
        "NUM_ACC_2, 1.2, 0.1, 14",
        "NUM_ACC_3, 1000000.2, 0.1, 9",
        "NUM_ACC_4, 10000000.2, 0.1, 8"
    })
    void meanAndDeviationHaveTheCertifiedDigits(DataSet set, double mean, double deviation, double digits) {
        Moments whole = Moments.of(set.data());
        assertThat(digits(whole.mean().orElseThrow(), mean)).isGreaterThanOrEqualTo(14);
        assertThat(digits(whole.std().orElseThrow(), deviation)).isGreaterThanOrEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "NUM_ACC_1, 10000002, 1, 15",
        "NUM_ACC_2, 1.2, 0.1, 13.5",
        "NUM_ACC_3, 1000000.2, 0.1, 9",
        "NUM_ACC_4, 10000000.2, 0.1, 8"
    })
    void soHaveTheSumsOfManyParts(DataSet set, double mean, double deviation, double digits) {
        Moments merged = new Moments();
        double[] values = set.data();
        for (int from = 0; from < values.length; from += 7) {
            merged.merge(Moments.of(DoubleStream.of(values).skip(from).limit(7).toArray()));
        }
        assertThat(digits(merged.mean().orElseThrow(), mean)).isGreaterThanOrEqualTo(14);
        assertThat(digits(merged.std().orElseThrow(), deviation)).isGreaterThanOrEqualTo(digits);
    }

    /** The log relative error. */
    private static double digits(double measured, double certified) {
        return measured == certified ? 15 : -Math.log10(Math.abs(measured - certified) / Math.abs(certified));
    }

    enum DataSet {
        NUM_ACC_1 {
            @Override
            double[] data() {
                return new double[] {10_000_001, 10_000_003, 10_000_002};
            }
        },
        NUM_ACC_2 {
            @Override
            double[] data() {
                return around(1.2, 1.1, 1.3);
            }
        },
        NUM_ACC_3 {
            @Override
            double[] data() {
                return around(1_000_000.2, 1_000_000.1, 1_000_000.3);
            }
        },
        NUM_ACC_4 {
            @Override
            double[] data() {
                return around(10_000_000.2, 10_000_000.1, 10_000_000.3);
            }
        };

        abstract double[] data();

        /** One value, and 500 times two others in turn. */
        private static double[] around(double middle, double low, double high) {
            return DoubleStream.concat(
                            DoubleStream.of(middle),
                            IntStream.range(0, 1_000).mapToDouble(i -> i % 2 == 0 ? low : high))
                    .toArray();
        }
    }
}
