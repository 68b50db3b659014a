package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.statistics.ClassTable.Weights;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassTableTest {
    private static final ClassTable TABLE = new ClassTable(new long[][] {{30, 5, 2}, {4, 20, 6}, {1, 3, 9}});

    // v = precision_score(t, p, average=weights, zero_division=nan), and so on, of the rows of the table
    // g = numeric gradient of v in the shares pi of the cells; var = ((pi * g**2).sum() - (pi * g).sum()**2) / 80
    // h = norm.isf(.025) * var**.5 / (v * (1 - v)); expit(logit(v) - h), expit(logit(v) + h)
    @ParameterizedTest
    @CsvSource({
        "precision, MACRO, 0.700280112044818, 0.5871352574115154, 0.7933321369372421",
        "precision, WEIGHTED, 0.7503151260504202, 0.6447119481002961, 0.8326760036993069",
        "recall, MACRO, 0.7232617232617233, 0.6023113572442433, 0.8185111445891805",
        "recall, WEIGHTED, 0.7375, 0.6306445183734614, 0.822159482753438",
        "f1, MACRO, 0.7076628352490423, 0.591609607514258, 0.801786318529018",
        "f1, WEIGHTED, 0.741537356321839, 0.6365230010969161, 0.8245732206782685"
    })
    void averagesAreThoseOfScikitLearnWithTheErrorOfTheDeltaMethod(
            String figure, Weights weights, double value, double low, double high) {
        Estimate estimate = average(TABLE, figure, weights).orElseThrow();
        Interval interval = estimate.bounds().at(Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }

    @Test
    void aClassOfWhichAFigureIsUndefinedIsLeftOut() {
        // t = [0, 0, 1]; p = [0, 2, 0]; precision_score(t, p, average='macro', zero_division=nan), and so on
        ClassTable table = new ClassTable(new long[][] {{1, 0, 1}, {1, 0, 0}, {0, 0, 0}});
        assertThat(average(table, "precision", Weights.MACRO).orElseThrow().value())
                .isCloseTo(0.25, within(1e-15));
        assertThat(average(table, "recall", Weights.MACRO).orElseThrow().value())
                .isCloseTo(0.25, within(1e-15));
        assertThat(average(table, "f1", Weights.MACRO).orElseThrow().value()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(average(new ClassTable(new long[2][2]), "f1", Weights.MACRO)).isEmpty();
    }

    @Test
    void oneClassAgainstTheOthersIsAConfusionOfTwo() {
        assertThat(TABLE.of(1)).isEqualTo(new Confusion(20, 8, 42, 10));
    }

    private static Optional<Estimate> average(ClassTable table, String figure, Weights weights) {
        return switch (figure) {
            case "precision" -> table.precision(weights);
            case "recall" -> table.recall(weights);
            default -> table.f1(weights);
        };
    }
}
