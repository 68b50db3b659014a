package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    // h = norm.isf(.025) * .1
    // PLAIN .7 -+ h; LOG .7 * exp(-+ h / .7); LOG_ODDS expit(logit(.7) -+ h / .21); CORRELATION tanh(atanh(.7) -+ h /
    // .51)
    @ParameterizedTest
    @CsvSource({
        "PLAIN, 0.5040036015459946, 0.8959963984540054",
        "LOG, 0.529051341015917, 0.9261861033355888",
        "LOG_ODDS, 0.4785086691527074, 0.8557726712818534",
        "CORRELATION, 0.44863808993758125, 0.8487337063117302"
    })
    void aStandardErrorIsCarriedOverByTheDeltaMethod(Scale scale, double low, double high) {
        Interval interval = Bounds.normal(scale, 0.7, 0.1).at(Confidence.USUAL).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void theEndsOfAScaleHaveNoBounds() {
        assertThat(Bounds.normal(Scale.LOG_ODDS, 1, 0.1).at(Confidence.USUAL)).isEmpty();
        assertThat(Bounds.normal(Scale.LOG, 0, 0.1).at(Confidence.USUAL)).isEmpty();
        assertThat(Bounds.normal(Scale.CORRELATION, -1, 0.1).at(Confidence.USUAL))
                .isEmpty();
        assertThat(Bounds.normal(Scale.PLAIN, 1, Double.NaN).at(Confidence.USUAL))
                .isEmpty();
    }

    // -0.2 - hypot(.1, .05), -0.2 + hypot(.2, .02)
    @Test
    void theErrorsOfADifferenceAddAsSquares() {
        Interval interval = Difference.of(0.5, new Interval(0.4, 0.7), 0.7, new Interval(0.68, 0.75));
        assertThat(interval.low()).isCloseTo(-0.3118033988749895, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.0009975124224178011, within(1e-12));
    }

    // norm.isf(.005), t.isf(.005, 6)
    @Test
    void aConfidenceKnowsItsQuantiles() {
        Confidence confidence = Confidence.missing(0.01);
        assertThat(confidence.normal()).isCloseTo(2.5758293035489, within(1e-12));
        assertThat(confidence.student(6)).isCloseTo(3.707428021325008, within(1e-9));
    }
}
