package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    private static final double[] P = {.01, .04, .03, .005, .8, .00001, .04, 1};

    // scipy 1.17.1: false_discovery_control([.01, .04, .03, .005, .8, .00001, .04, 1])
    private static final double[] Q = {
        0.026666666666666665,
        0.05333333333333333,
        0.05333333333333333,
        0.02,
        0.9142857142857143,
        8e-05,
        0.05333333333333333,
        1.0
    };

    @Test
    void qValuesAreThoseOfScipy() {
        assertThat(BenjaminiHochberg.of(P, .05).qValues()).containsExactly(Q, within(1e-15));
    }

    @Test
    void theLevelIsWhereTheFamilyRejects() {
        BenjaminiHochberg family = BenjaminiHochberg.of(P, .05);
        assertThat(family.rejected()).isEqualTo(3);
        assertThat(family.level()).isEqualTo(.05 * 3 / 8);
        for (int test = 0; test < P.length; test++) {
            assertThat(family.rejects(test)).isEqualTo(P[test] <= family.level());
        }
    }

    @Test
    void aFamilyThatRejectsNothingHasTheLevelOfItsFirstTest() {
        BenjaminiHochberg family = BenjaminiHochberg.of(new double[] {.5, .6, 1, 1}, .01);
        assertThat(family.rejected()).isZero();
        assertThat(family.level()).isEqualTo(.0025);
    }

    @Test
    void anEmptyFamilyRejectsNothing() {
        assertThat(BenjaminiHochberg.of(new double[0], .01).rejected()).isZero();
        assertThat(BenjaminiHochberg.of(new double[0], .01).level()).isEqualTo(.01);
    }
}
