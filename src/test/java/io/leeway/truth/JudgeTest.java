package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.event.ItemList;
import io.leeway.truth.Answer.Amount;
import io.leeway.truth.Answer.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Judge BINARY = new Judge(Task.BINARY, "1");
    private static final Judge REGRESSION = new Judge(Task.REGRESSION, "");

    @Test
    void aNumberAndItsTextAreOneClass() {
        assertThat(BINARY.judge(new Amount(1.0), new Name("1"), 0.7)).hasValue(new Outcome.Binary(true, true, 0.7));
    }

    @Test
    void whatIsNotPositiveIsNegative() {
        assertThat(BINARY.judge(new Name("perhaps"), new Amount(1.5), 0.7))
                .hasValue(new Outcome.Binary(false, false, 0.7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY})
    void whatIsNoProbabilityIsNoScore(double score) {
        assertThat(BINARY.judge(new Amount(1), new Amount(0), score))
                .hasValue(new Outcome.Binary(true, false, Double.NaN));
    }

    @Test
    void classesAreComparedAsCategories() {
        assertThat(new Judge(Task.MULTICLASS, "").judge(new Amount(2.0), new Name("two"), Double.NaN))
                .hasValue(new Outcome.Multiclass("2", "two"));
    }

    @Test
    void aRegressionNeedsNumbersItCanSquare() {
        assertThat(REGRESSION.judge(new Amount(2), new Amount(3), Double.NaN)).hasValue(new Outcome.Regression(2, 3));
        assertThat(REGRESSION.judge(new Name("2"), new Amount(3), Double.NaN)).isEmpty();
        assertThat(REGRESSION.judge(new Amount(2), new Amount(1e200), Double.NaN))
                .isEmpty();
        assertThat(REGRESSION.judge(new Amount(Double.NaN), new Amount(3), Double.NaN))
                .isEmpty();
    }

    @Test
    void aRankingStandsBesideWhatWasRelevantBeThatAListOrOneItem() {
        Judge ranking = new Judge(Task.RANKING, "");
        Name answer = new Name(ItemList.of(List.of("a", "b")).text());
        ItemList items = ItemList.of(List.of("a", "b"));
        assertThat(ranking.judge(answer, answer, Double.NaN)).hasValue(new Outcome.Ranking(items, items));
        assertThat(ranking.judge(answer, new Name("b"), Double.NaN))
                .hasValue(new Outcome.Ranking(items, ItemList.of(List.of("b"))));
        assertThat(ranking.judge(new Name("a"), answer, Double.NaN)).isEmpty();
    }

    @Test
    void aListIsNoTruthOfAClass() {
        assertThat(BINARY.judge(
                        new Amount(1), new Name(ItemList.of(List.of("1")).text()), 0.7))
                .isEmpty();
    }

    @Test
    void bytesBringAnAnswerBack() {
        for (Answer answer : new Answer[] {new Amount(0.1), new Name("Grüße"), new Name("")}) {
            ByteWriter out = new ByteWriter();
            answer.write(out);
            assertThat(Answer.read(new ByteReader(out.toByteArray()))).isEqualTo(answer);
        }
    }
}
