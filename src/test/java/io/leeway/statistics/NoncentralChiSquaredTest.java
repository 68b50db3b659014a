package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralChiSquaredTest {
    // scipy 1.17.1: ncx2.sf(x, k, lam) at x = ncx2.isf(p, k, lam) rounded to six digits, p = .9, 1e-2, 1e-6, 1e-12
    private static final String SCIPY = """
                1, 0, 6.6349, 0.009999980919422082
                1, 0, 23.9281, 1.0000140127899952e-06
                1, 0, 50.8441, 1.000014220628368e-12
                1, 0.5, 0.0260106, 0.9000000302024329
                1, 0.5, 9.22256, 0.009999985373002482
                1, 0.5, 29.8182, 9.999839159879415e-07
                1, 0.5, 59.9323, 9.999800453740746e-13
                1, 40, 74.8381, 0.01000004017204656
                1, 40, 122.722, 9.999179621444819e-07
                1, 40, 178.464, 9.99980377984968e-13
                1, 1000, 920.59, 0.8999998169129981
                1, 1000, 1152.54, 0.010001198329238467
                1, 1000, 1323.23, 9.998634790849133e-07
                1, 1000, 1494.38, 1.0003510241696468e-12
                1, 1000000.0, 1004660.0, 0.009974868459041383
                1, 1000000.0, 1009530.0, 9.986309363188861e-07
                1, 1000000.0, 1014120.0, 9.945016145621198e-13
                2.5, 0, 10.3112, 0.010000212798072696
                2.5, 0, 29.2005, 9.999929795410889e-07
                2.5, 0, 57.1519, 9.99979987725749e-13
                2.5, 0.5, 0.464215, 0.8999999670108325
                2.5, 0.5, 12.1569, 0.010000097745261635
                2.5, 0.5, 33.397, 1.0000097331035119e-06
                2.5, 0.5, 63.9213, 1.000020698294407e-12
                2.5, 40, 76.5897, 0.010000065867657257
                2.5, 40, 124.684, 1.0001096827935538e-06
                2.5, 40, 180.597, 9.999352993597812e-13
                2.5, 1000, 922.059, 0.900001110334613
                2.5, 1000, 1154.1, 0.009998883012889448
                2.5, 1000, 1324.84, 9.997067230574607e-07
                2.5, 1000, 1496.04, 9.999691750827334e-13
                2.5, 1000000.0, 1004660.0, 0.009994807913038991
                2.5, 1000000.0, 1009530.0, 1.0023351071573623e-06
                2.5, 1000000.0, 1014120.0, 9.998464658076081e-13
                9, 0, 21.666, 0.009999979883498333
                9, 0, 44.8109, 1.0000161175870223e-06
                9, 0, 76.0059, 1.0000114449026143e-12
                9, 0.5, 4.40367, 0.8999999006849285
                9, 0.5, 22.8397, 0.009999957138468086
                9, 0.5, 47.1252, 9.999859767412522e-07
                9, 0.5, 79.7233, 1.0000113063523531e-12
                9, 40, 84.1598, 0.009999983483709672
                9, 40, 133.162, 9.99997064853311e-07
                9, 40, 189.808, 9.998782850141235e-13
                9, 1000, 928.427, 0.9000003567226205
                9, 1000, 1160.83, 0.010000536295162569
                9, 1000, 1331.8, 1.0001325111717025e-06
                9, 1000, 1503.21, 1.0004272305621646e-12
                9, 1000000.0, 1004670.0, 0.009948490520365609
                9, 1000000.0, 1009540.0, 9.937705934906384e-07
                9, 1000000.0, 1014130.0, 9.875421682339093e-13
                1000, 0, 1106.97, 0.009999439818542712
                1000, 0, 1227.15, 1.0002340100231836e-06
                1000, 0, 1347.62, 1.0000070956579862e-12
                1000, 0.5, 943.604, 0.9000005528386648
                1000, 0.5, 1107.52, 0.010001372168143386
                1000, 0.5, 1227.77, 9.9961012803064e-07
                1000, 0.5, 1348.29, 1.0005012918990444e-12
                1000, 40, 1151.16, 0.009999398721471852
                1000, 40, 1276.03, 9.998636611705797e-07
                1000, 40, 1401.17, 1.0003796463277105e-12
                1000, 1000, 1901.32, 0.8999941811692048
                1000, 1000, 2184.1, 0.010000768959216115
                1000, 1000, 2387.45, 9.99743055721331e-07
                1000, 1000, 2588.26, 9.99630473366456e-13
                1000, 1000000.0, 1005660.0, 0.009977011946602422
                1000, 1000000.0, 1010530.0, 1.0020061587016895e-06
                1000, 1000000.0, 1015120.0, 1.0034119003268217e-12
            """;

    @ParameterizedTest
    @CsvSource(textBlock = SCIPY)
    void survivalIsThatOfScipy(double k, double lambda, double x, double survival) {
        assertThat(NoncentralChiSquared.of(k, lambda).survival(x)).isCloseTo(survival, withPercentage(1e-7));
    }

    @ParameterizedTest
    @CsvSource(textBlock = SCIPY)
    void theUpperQuantileInvertsTheSurvival(double k, double lambda, double x, double survival) {
        assertThat(NoncentralChiSquared.of(k, lambda).upperQuantile(survival)).isCloseTo(x, withPercentage(1e-7));
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
