package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {
    // scipy 1.17.1: hypergeom.sf(k - 1, n + m, marked, n)
    @ParameterizedTest
    @CsvSource({
        "10, 20, 5, 3, 0.19123405330301882",
        "200, 10000, 30, 4, 0.0026363243466059243",
        "1346, 6000, 1020, 434, 2.845535395606738e-86",
        "1000, 1000, 10, 10, 0.0009547325826708071",
        "1000000, 50000, 120, 60, 1.0",
        "5, 1000000, 2000, 1, 0.009960050158984986",
        "100000, 100000, 1000, 650, 6.437126495132947e-22",
        "300, 6000, 588, 20, 0.9631168641889644",
    })
    void theUpperTailIsThatOfScipy(double n, double m, double marked, double k, double expected) {
        assertThat(new Hypergeometric(n, m, marked).atLeast(k)).isCloseTo(expected, withPercentage(1e-7));
    }

    @Test
    void countsOutsideWhatIsPossibleAreCertainOrImpossible() {
        Hypergeometric law = new Hypergeometric(10, 4, 8);
        assertThat(law.atLeast(4)).isEqualTo(1);
        assertThat(law.atLeast(9)).isZero();
        assertThat(new Hypergeometric(0, 0, 0).atLeast(1)).isZero();
    }

    @Test
    void hugeCountsGoOverIntoTheNormalLaw() {
        double exact = new Hypergeometric(1e8, 1e8, 7.9e8 / 4).atLeast(9.8753e7);
        double limit = new Hypergeometric(1e12, 1e12, 1e12).atLeast(5e11 + 1e6);
        assertThat(exact).isBetween(0.0, 1.0);
        assertThat(limit).isCloseTo(0.0023388674905236, withPercentage(0.1));
    }
}
