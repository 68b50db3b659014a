package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final double TIGHT = 1e-14;

    @Test
    void agreesWithScikitLearn() {
        // y = [1]*7 + [0]*2 + [1]*3 + [0]*11; p = [1]*7 + [1]*2 + [0]*3 + [0]*11
        Confusion confusion = new Confusion(7, 2, 11, 3);
        // f1_score(y, p), balanced_accuracy_score(y, p), matthews_corrcoef(y, p)
        assertThat(confusion.f1().orElseThrow()).isCloseTo(0.7368421052631579, within(TIGHT));
        assertThat(confusion.balancedAccuracy().orElseThrow()).isCloseTo(0.773076923076923, within(TIGHT));
        assertThat(confusion.mcc().orElseThrow()).isCloseTo(0.5547552232772196, within(TIGHT));
    }

    @Test
    void whatIsZeroByZeroIsAbsent() {
        Confusion onlyNegatives = new Confusion(0, 0, 9, 0);
        assertThat(onlyNegatives.f1()).isEmpty();
        assertThat(onlyNegatives.balancedAccuracy()).isEmpty();
        assertThat(onlyNegatives.mcc()).isEmpty();
        assertThat(new Confusion(0, 0, 5, 6).f1()).hasValue(0);
    }

    @Test
    void countsBeyondTheRootOfALongDoNotOverflow() {
        long many = 1L << 40;
        assertThat(new Confusion(many, 0, many, 0).mcc().orElseThrow()).isCloseTo(1, within(TIGHT));
    }
}
