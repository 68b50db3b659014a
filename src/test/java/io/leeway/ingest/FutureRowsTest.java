package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FutureRowsTest {
    private static final Instant NOON = Desk.NOON;
    private static final Instant LATEST = NOON.plus(Duration.ofHours(24));

    private final Desk desk = new Desk();

    @Test
    void aRowMayBeADayAheadAndNoMillisecondMore() {
        Intake.Taken taken = desk.post(rows(LATEST, LATEST.plusMillis(1)), NOON);
        assertThat(taken.rejections())
                .containsExactly(new Rejection(
                        1, Rejection.Reason.FUTURE_TIMESTAMP, "timestamp is more than 24 h in the future."));
        Entry.Predictions entry = (Entry.Predictions) last();
        assertThat(entry.batch().timestamps()).containsExactly(LATEST.toEpochMilli());
        assertThat(entry.rejected()).isEqualTo(1);
    }

    @Test
    void howManyHoursIsASetting() {
        desk.sequencer.within(Allowed.withDefaults().with(Limit.AHEAD_HOURS, 2));
        assertThat(desk.post(rows(NOON.plus(Duration.ofHours(3))), NOON).rejections())
                .extracting(Rejection::detail)
                .containsExactly("timestamp is more than 2 h in the future.");
    }

    @Test
    void soMayALabel() {
        Intake.Taken taken = desk.labels(labels(LATEST.plusMillis(1), LATEST), 3, Optional.empty(), NOON);
        assertThat(taken.rejections()).extracting(Rejection::index).containsExactly(0L);
        Entry.Truth entry = (Entry.Truth) last();
        assertThat(entry.labels().timestamps()).containsExactly(LATEST.toEpochMilli());
        assertThat(entry.labels().ids().text(0)).isEqualTo("1");
        assertThat(entry.labels().labels().number(0)).isEqualTo(1);
        assertThat(entry.rejected()).isEqualTo(4);
    }

    @Test
    void soMayARowOfAReferenceSet() {
        Intake.Taken taken = desk.baseline(Optional.empty(), rows(LATEST, LATEST.plusMillis(1)), NOON);
        assertThat(taken.rejections()).extracting(Rejection::index).containsExactly(1L);
        assertThat(((Entry.BaselineSet) last()).reference().rows().size()).isEqualTo(1);
        assertThatThrownBy(() -> desk.baseline(Optional.empty(), rows(LATEST.plusMillis(1)), NOON))
                .hasMessageContaining("no usable row");
    }

    @Test
    void aRequestSentAgainWhenItsTimeHasComeIsToldWhatItWasToldAtFirst() {
        Batch rows = rows(LATEST, LATEST.plusMillis(1));
        Labels labels = labels(LATEST.plusMillis(1));
        Intake.Taken first = desk.predictions(rows, 0, Desk.key("k"), NOON);
        Intake.Taken truth = desk.labels(labels, 0, Desk.key("k"), NOON);
        assertThat(truth.rejections()).hasSize(1);
        desk.write();
        desk.restart();
        assertThat(desk.predictions(rows, 0, Desk.key("k"), LATEST)).isEqualTo(first);
        assertThat(desk.labels(labels, 0, Desk.key("k"), LATEST)).isEqualTo(truth);
        assertThat(desk.write()).isEmpty();
        assertThat(desk.sequencer.accepted()).containsEntry(Desk.MODEL, 1L);
    }

    @Test
    void nothingIsLearnedOfAModelFromRowsThatWereNotTaken() {
        desk.settings(Desk.MODEL, SettingsOf.task(Task.BINARY), NOON);
        desk.post(rows(LATEST.plusMillis(1)), NOON);
        assertThat(Objects.requireNonNull(desk.sequencer.ledger().models().get(Desk.MODEL))
                        .model()
                        .positive())
                .isEmpty();
    }

    private Entry last() {
        List<Entry> entries = desk.write();
        return entries.get(entries.size() - 1);
    }

    private static Batch rows(Instant... times) {
        BatchBuilder rows = new BatchBuilder(Desk.MODEL);
        for (Instant time : times) {
            rows.timestamp(time.toEpochMilli());
            rows.predictionNumber(1);
            rows.keep();
        }
        return rows.build();
    }

    private static Labels labels(Instant... times) {
        LabelsBuilder labels = new LabelsBuilder(Desk.MODEL);
        for (Instant time : times) {
            labels.add(Integer.toString(labels.size()), labels.size(), time.toEpochMilli());
        }
        return labels.build();
    }
}
