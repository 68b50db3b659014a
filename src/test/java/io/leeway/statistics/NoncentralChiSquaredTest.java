package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralChiSquaredTest {
    /** k from 1 to 1000, lambda from 0 to 1e6, tails from .99 to 1e-12; the commands stand in the file. */
    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/ncx2.csv")
    void survivalIsThatOfScipy(double k, double lambda, double x, double survival) {
        assertThat(NoncentralChiSquared.of(k, lambda).survival(x)).isCloseTo(survival, withPercentage(1e-7));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/ncx2.csv")
    void theUpperQuantileInvertsTheSurvival(double k, double lambda, double x, double survival) {
        assertThat(NoncentralChiSquared.of(k, lambda).upperQuantile(survival)).isCloseTo(x, withPercentage(1e-7));
    }

    // scipy 1.17.1: ncx2.sf(x, k, lam), degrees of freedom that are no whole number
    @ParameterizedTest
    @CsvSource({
        "2.5, 0.5, 12.1569, 0.010000097745261635",
        "2.5, 40, 180.597, 9.999352993597812e-13",
        "2.5, 1000, 922.059, 0.900001110334613"
    })
    void degreesOfFreedomNeedBeNoWholeNumber(double k, double lambda, double x, double survival) {
        assertThat(NoncentralChiSquared.of(k, lambda).survival(x)).isCloseTo(survival, withPercentage(1e-7));
    }

    @Test
    void survivalFallsAndStaysBetweenOneAndZero() {
        NoncentralChiSquared law = NoncentralChiSquared.of(9, 25);
        double last = 1;
        for (double x = 0; x < 1200; x += 0.5) {
            double survival = law.survival(x);
            assertThat(survival).isBetween(0.0, last * (1 + 1e-13));
            last = survival;
        }
    }

    @Test
    void theEndsOfTheLawHaveValuesToo() {
        NoncentralChiSquared law = NoncentralChiSquared.of(1, 1e6);
        assertThat(law.survival(0)).isEqualTo(1);
        assertThat(law.survival(Double.POSITIVE_INFINITY)).isZero();
        assertThat(law.survival(1e300)).isZero();
        assertThat(law.survival(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(law.upperQuantile(1)).isZero();
        assertThat(law.upperQuantile(0)).isInfinite();
        assertThat(law.upperQuantile(1e-300)).isFinite();
        assertThat(law.upperQuantile(1 - 1e-15)).isFinite().isPositive();
    }

    @Test
    void aLawNeedsDegreesOfFreedom() {
        assertThatIllegalArgumentException().isThrownBy(() -> NoncentralChiSquared.of(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NoncentralChiSquared.of(1, Double.NaN));
    }
}
