package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    // scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 0.27753279986288926",
        "10, 10, 0.7224672001371109, 1.0",
        "3, 10, 0.10779126740630102, 0.6032218525388546",
        "850, 1000, 0.8265313415731996, 0.8707899274869118",
        "1, 1, 0.20654931437723745, 1.0",
        "5, 100000, 2.1357194468385736e-05, 0.0001170520768033956"
    })
    void isTheScoreInterval(long successes, long n, double low, double high) {
        Interval interval = Wilson.interval(successes, n).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 5", "6, 5", "0, -1"})
    void isAbsentWhereThereIsNoShare(long successes, long n) {
        assertThat(Wilson.interval(successes, n)).isEmpty();
    }
}
