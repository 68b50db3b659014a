package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MulticlassTallyTest {
    @Test
    void agreesWithScikitLearn() {
        MulticlassTally tally = tally("aaabbc", "aabbcc");
        assertThat(tally.performance().get("accuracy").orElseThrow()).isCloseTo(4 / 6.0, within(1e-15));
        // balanced_accuracy_score(list('aaabbc'), list('aabbcc'))
        assertThat(tally.performance().get("balanced_accuracy").orElseThrow())
                .isCloseTo(0.7222222222222222, within(1e-15));
    }

    @Test
    void everyPairOfClassesIsCounted() {
        assertThat(tally("aab", "aca").confusion())
                .containsEntry(new MulticlassTally.Pair("a", "a"), 1L)
                .containsEntry(new MulticlassTally.Pair("a", "c"), 1L)
                .containsEntry(new MulticlassTally.Pair("b", "a"), 1L)
                .hasSize(3);
    }

    @Test
    void aClassThatIsOnlyPredictedDoesNotCountForBalance() {
        assertThat(tally("aa", "ab").performance().get("balanced_accuracy")).hasValue(0.5);
    }

    @Test
    void tooManyClassesAreCountedTogetherAndAccuracyStaysExact() {
        MulticlassTally tally = new MulticlassTally();
        for (int i = 0; i < 10 * MulticlassTally.MOST_CLASSES; i++) {
            tally.add(new Outcome.Multiclass("class " + i, "class " + (i % 2 == 0 ? i : i + 1)));
        }
        assertThat(tally.confusion()).hasSizeLessThan(2 * MulticlassTally.MOST_CLASSES);
        assertThat(tally.confusion().keySet()).anyMatch(pair -> pair.actual().equals(MulticlassTally.OTHER));
        assertThat(tally.performance().get("accuracy")).hasValue(0.5);
        assertThat(tally.performance().has("balanced_accuracy")).isFalse();
    }

    private static MulticlassTally tally(String actual, String predicted) {
        MulticlassTally tally = new MulticlassTally();
        for (int i = 0; i < actual.length(); i++) {
            tally.add(new Outcome.Multiclass(predicted.substring(i, i + 1), actual.substring(i, i + 1)));
        }
        return tally;
    }
}
