package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ItemList;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which answers a model takes once its task is known. */
class AnswerScreenTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Desk desk = new Desk();

    @Test
    void aModelThatDoesNotRankTakesNoListAndItsNeighboursStand() {
        desk.settings(Desk.MODEL, SettingsOf.task(Task.BINARY), NOON);
        assertThat(desk.post(rows(), NOON).rejections())
                .containsExactly(new Rejection(
                        1,
                        Rejection.Reason.NO_PREDICTION,
                        "The model's task is binary: a list is the prediction of one whose task is ranking."));
    }

    @Test
    void aModelThatRanksTakesNothingElse() {
        desk.settings(Desk.MODEL, SettingsOf.task(Task.RANKING), NOON);
        assertThat(desk.post(rows(), NOON).rejections())
                .extracting(Rejection::index)
                .containsExactly(0L, 2L);
    }

    @Test
    void aModelThatIsNotKnownTakesBothAndRanksFromThenOn() {
        assertThat(desk.post(rows(), NOON).rejections()).isEmpty();
        assertThat(desk.post(rows(), NOON).rejections()).hasSize(2);
    }

    private static Batch rows() {
        BatchBuilder rows = new BatchBuilder(Desk.MODEL);
        for (int row = 0; row < 3; row++) {
            rows.timestamp(NOON.toEpochMilli());
            if (row == 1) {
                rows.predictionText(ItemList.of(List.of("a", "b")).text());
            } else {
                rows.predictionNumber(row / 2.0);
            }
            rows.keep();
        }
        return rows.build();
    }
}
