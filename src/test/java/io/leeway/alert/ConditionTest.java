package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeway.series.Vocabulary;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final FigureNames PERFORMANCE = new FigureNames(Vocabulary.measurement("performance"));
    private static final Observation WINDOW = Sample.window(
            "age", 0, 1, 500, Map.of("psi", 0.3, "ks", 0.1, "accuracy_high", 0.9, "baseline.accuracy", 0.95));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "psi > 0.2                         | TRUE",
                "psi > 30%                         | FALSE",
                "psi >= 30%                        | TRUE",
                "0.2 < psi                         | TRUE",
                "psi > 0.2 and ks > 0.2            | FALSE",
                "psi > 0.2 or ks > 0.2             | TRUE",
                "not psi > 0.2                     | FALSE",
                "not (psi > 0.2 and ks > 0.2)      | TRUE",
                "psi = 0.3 and n != 1              | TRUE",
                "n > 499                           | TRUE",
                "psi - ks * 2 > 0.09               | TRUE",
                "(psi - ks) * 2 > 0.3              | TRUE",
                "psi - ks - ks < 0.11              | TRUE",
                "-psi < -0.2                       | TRUE",
                "abs(ks - psi) > 0.19              | TRUE",
                "max(psi, ks) > min(psi, ks) * 2.9 | TRUE",
                "psi / (ks - ks) > 1               | UNKNOWN",
                "js > 0.1                          | UNKNOWN",
                "js > 0.1 and psi > 1              | FALSE",
                "js > 0.1 or psi > 0.2             | TRUE",
                "not js > 0.1                      | UNKNOWN",
                "max(js, psi) > 0                  | UNKNOWN"
            })
    void aMissingFigureIsUnknownAndNeverFalse(String text, Truth expected) {
        assertThat(Sample.condition(text).of(WINDOW)).isEqualTo(expected);
    }

    @Test
    void endsOfAnIntervalAndTheBaselineHaveShortNames() throws InvalidConditionException {
        Condition drop = ConditionParser.parse("accuracy.high < baseline.accuracy - 2%", PERFORMANCE);
        assertThat(drop.of(WINDOW)).isEqualTo(Truth.TRUE);
        assertThat(drop.figures()).containsExactlyInAnyOrder("accuracy_high", "baseline.accuracy");
    }

    @Test
    void evidenceSaysWhatWasComparedWithWhat() {
        assertThat(Sample.condition("psi > ks * 2 or 0.4 > ks").evidence(WINDOW))
                .containsExactly(
                        new Evidence("psi", 0.3, Relation.ABOVE, 0.2), new Evidence("ks", 0.1, Relation.BELOW, 0.4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pis > 0.1           | 0  | there is no figure pis here; did you mean psi?",
                "psi > 0.1 and ksx>1 | 14 | there is no figure ksx here; did you mean ks?",
                "baseline.pis > 1    | 0  | there is no figure baseline.pis here; did you mean psi?",
                "psi                 | 0  | a condition is needed here, this is a number; compare it, as in n > 0",
                "psi > 0.1 and       | 13 | a number or a figure is missing before the end",
                "psi > (ks > 1)      | 6  | a number is needed here, this is a condition",
                "psi > 0.1 ks        | 10 | ks was not expected here",
                "psi > 0.1)          | 9  | ) was not expected here",
                "psi > 0.1 & ks > 1  | 10 | the sign '&' means nothing here; write < <= > >= = != + - * /",
                "1 < 2               | 0  | this compares two numbers and is always the same; name a figure",
                "sqrt(psi) > 1       | 0  | write abs(x), min(x, y) or max(x, y) instead of sqrt(...)",
                "abs(psi > 1         | 8  | ) is missing before >"
            })
    void whatCannotBeReadIsToldWithItsPlace(String text, int offset, String sentence) {
        InvalidConditionException wrong =
                catchThrowableOfType(InvalidConditionException.class, () -> ConditionParser.parse(text, Sample.DRIFT));
        assertThat(wrong).isNotNull().hasMessage(sentence);
        assertThat(wrong.offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "abs("})
    void deepNestingIsAMistakeAndNotACrash(String opening) {
        assertThat(catchThrowableOfType(
                        InvalidConditionException.class,
                        () -> ConditionParser.parse(opening.repeat(100_000) + "psi > 1", Sample.DRIFT)))
                .isNotNull();
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInsideIt() {
        Random random = new Random(7);
        String[] pieces = {
            "psi", "n", ">", "<", "and", "or", "not", "(", ")", "1", "2%", "+", "-", "*", "/", "abs(", ",", " ", "§"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.length)
                    .forEach(piece -> text.append(pieces[piece]).append(' '));
            try {
                assertThat(ConditionParser.parse(text.toString(), Sample.DRIFT).of(WINDOW))
                        .isNotNull();
            } catch (InvalidConditionException e) {
                assertThat(e.offset()).isBetween(0, text.length());
            }
        }
    }
}
