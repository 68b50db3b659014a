package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private static final Instant NOON = Desk.NOON;

    private final Desk desk = new Desk();

    @Test
    void theFirstRowsOfAModelCreateIt() {
        Intake.Taken taken = desk.post(Desk.rows(3, "a", NOON), NOON);
        assertThat(desk.write())
                .extracting(Entry::getClass)
                .containsExactly(Entry.ModelChanged.class, Entry.Predictions.class);
        assertThat(taken.position()).isEqualTo(2);
        assertThat(taken.rejections()).isEmpty();
        assertThat(model().task()).contains(Task.BINARY);
    }

    @Test
    void theWatermarkIsTheNewestEventTimeThatIsNotAheadOfTheClockLessLateness() {
        desk.post(Desk.rows(1, "a", NOON.minusSeconds(60)), NOON);
        assertThat(lastWatermark()).isEqualTo(NOON.minusSeconds(3660));
        desk.post(Desk.rows(1, "b", NOON.plusSeconds(7200)), NOON);
        assertThat(lastWatermark()).isEqualTo(NOON.minusSeconds(3600));
        desk.post(Desk.rows(1, "c", NOON.minusSeconds(86_400)), NOON);
        assertThat(lastWatermark()).isEqualTo(NOON.minusSeconds(3600));
    }

    @Test
    void aWatermarkNeverGoesBackWhenLatenessGrows() {
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.settings(Desk.MODEL, SettingsOf.lateness(Duration.ofHours(6)), NOON);
        desk.post(Desk.rows(1, "b", NOON.plusSeconds(60)), NOON.plusSeconds(60));
        assertThat(lastWatermark()).isEqualTo(NOON.minusSeconds(3600));
    }

    @Test
    void rowsOlderThanKeepWindowsAreRejectedByTheirRowAndTheOthersStand() {
        desk.settings(Desk.MODEL, SettingsOf.keepWindows(Duration.ofDays(2)), NOON);
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.write();
        Instant oldest = NOON.minusSeconds(3600).minus(Duration.ofDays(2));
        Intake.Taken taken = desk.post(Desk.rows(3, "b", oldest.minusSeconds(2)), NOON);
        assertThat(taken.rejections()).extracting(Rejection::index).containsExactly(0L, 1L);
        assertThat(taken.rejections()).extracting(Rejection::reason).containsOnly(Rejection.Reason.TOO_OLD);
        Entry.Predictions entry = (Entry.Predictions) last(desk.write());
        assertThat(entry.batch().size()).isEqualTo(1);
        assertThat(entry.batch().ids().text(0)).isEqualTo("b2");
        assertThat(entry.rejected()).isEqualTo(2);
    }

    @Test
    void aTickIsJournalledOnlyWhenItClosesAWindow() {
        desk.post(Desk.rows(1, "a", NOON.plusSeconds(1800)), NOON.plusSeconds(1800));
        desk.write();
        Instant idle = NOON.plusSeconds(1800 + 300);
        for (int minutes : new int[] {-1, 0, 1, 15, 29}) {
            desk.sequencer.tick(idle.plusSeconds(60L * minutes));
            assertThat(desk.write()).isEmpty();
        }
        desk.sequencer.tick(idle.plusSeconds(1800));
        Entry tick = last(desk.write());
        assertThat(tick).isInstanceOf(Entry.Tick.class);
        assertThat(tick.watermark()).isEqualTo(NOON.toEpochMilli());
        desk.sequencer.tick(idle.plusSeconds(1801));
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void aModelWithoutRowsSleepsAfterThirtyDaysOfEventTime() {
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.write();
        desk.sequencer.tick(NOON.plus(Duration.ofDays(300)));
        assertThat(lastWatermark()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        desk.sequencer.tick(NOON.plus(Duration.ofDays(300)).plusSeconds(3600));
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void onceADayASleepingModelIsToldTheTimeSoThatLanesForget() {
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.sequencer.tick(NOON.plus(Duration.ofDays(300)));
        desk.write();
        desk.sequencer.tick(NOON.plus(Duration.ofDays(301)));
        Entry tick = last(desk.write());
        assertThat(tick).isInstanceOf(Entry.Tick.class);
        assertThat(tick.watermark()).isEqualTo(NOON.plus(Duration.ofDays(30)).toEpochMilli());
        desk.sequencer.tick(NOON.plus(Duration.ofDays(301)).plusSeconds(3600));
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void aForgottenRowIsNotLearnedFrom() {
        desk.post(Desk.rows(999, "a", NOON), NOON);
        desk.forget(Desk.MODEL, "a5", NOON);
        desk.post(Desk.rows(1, "b", NOON), NOON);
        assertThat(references(desk.write())).isEmpty();
        desk.post(Desk.rows(1, "c", NOON), NOON);
        Batch learned = references(desk.write()).get(0).rows();
        assertThat(learned.size()).isEqualTo(1_000);
        assertThat(learned.features().get(0).number(5)).isEqualTo(6);
    }

    @Test
    void labelsNeitherMoveTheWatermarkNorWakeAModel() {
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.labels(Desk.label("a0"), 0, Optional.empty(), NOON.plusSeconds(7200));
        assertThat(lastWatermark()).isEqualTo(NOON.minusSeconds(3600));
    }

    @Test
    void taskPositiveClassZoneAndWindowsCannotChangeOnceRowsExist() {
        desk.post(Desk.rows(1, "a", NOON), NOON);
        desk.write();
        List<ModelSettings> changed = List.of(
                SettingsOf.task(Task.REGRESSION),
                SettingsOf.positive("0"),
                SettingsOf.zone(ZoneId.of("Europe/Berlin")),
                SettingsOf.windows(WindowSize.HOUR));
        for (ModelSettings settings : changed) {
            assertThatThrownBy(() -> desk.settings(Desk.MODEL, settings, NOON))
                    .isInstanceOfSatisfying(
                            IntakeException.class, e -> assertThat(e.kind()).isEqualTo(IntakeException.Kind.CONFLICT));
        }
        assertThat(desk.write()).isEmpty();
        assertThat(model().settings()).isEqualTo(ModelSettings.withDefaults());
    }

    @Test
    void beforeTheFirstRowEverythingMayChange() {
        desk.settings(Desk.MODEL, SettingsOf.task(Task.REGRESSION), NOON);
        desk.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        desk.settings(Desk.MODEL, SettingsOf.zone(ZoneId.of("Asia/Kolkata")), NOON);
        assertThat(model().task()).contains(Task.BINARY);
        assertThat(model().settings().zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void newSettingsKeepWhatWasInferredFromRows() {
        desk.post(Desk.rows(2, "a", NOON), NOON);
        desk.settings(Desk.MODEL, SettingsOf.lateness(Duration.ofHours(2)), NOON);
        assertThat(model().task()).contains(Task.BINARY);
        assertThat(model().positive()).contains("1");
        assertThat(model().kinds()).containsOnlyKeys("size");
    }

    @Test
    void newSettingsReadEveryReferenceSetAgain() {
        desk.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        desk.baseline(Optional.of("2"), Desk.rows(7, "s", NOON), NOON);
        desk.write();
        desk.settings(Desk.MODEL, ModelSettings.withDefaults(), NOON);
        assertThat(references(desk.write()))
                .extracting(it -> it.version().orElse("") + " " + it.timed() + " "
                        + it.rows().size())
                .containsExactly(" true 5", "2 true 7");
    }

    @Test
    void settingsBehindABaselineThatIsNotWrittenYetReadItAsWell() {
        desk.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        desk.settings(Desk.MODEL, ModelSettings.withDefaults(), NOON);
        assertThat(references(desk.write())).hasSize(2);
    }

    @Test
    void aBaselineWithoutRowsIsRefused() {
        assertThatThrownBy(() -> desk.baseline(Optional.empty(), Desk.rows(0, "r", NOON), NOON))
                .isInstanceOfSatisfying(
                        IntakeException.class, e -> assertThat(e.kind()).isEqualTo(IntakeException.Kind.INVALID));
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void theFirstThousandDifferentRowsBecomeTheBaseline() {
        desk.post(Desk.rows(999, "a", NOON), NOON);
        desk.post(Desk.rows(999, "a", NOON), NOON);
        assertThat(references(desk.write())).isEmpty();
        desk.post(Desk.rows(10, "b", NOON), NOON);
        Entry.Reference learned = references(desk.write()).get(0);
        assertThat(learned.learned()).isTrue();
        assertThat(learned.rows().size()).isEqualTo(1_000);
        assertThat(learned.rows().features().get(0).number(998)).isEqualTo(998);
        assertThat(learned.rows().features().get(0).number(999)).isEqualTo(0);
        assertThat(learned.rows().ids().present(999)).isFalse();
        desk.post(Desk.rows(2_000, "c", NOON), NOON);
        assertThat(references(desk.write())).isEmpty();
    }

    @Test
    void aLearnedBaselineLostInACrashIsSetByTheNextTick() {
        desk.post(Desk.rows(1_000, "a", NOON), NOON);
        desk.crashAfter(2);
        desk.sequencer.tick(NOON);
        assertThat(references(desk.write())).hasSize(1);
        desk.sequencer.tick(NOON);
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void aLearnedBaselineLostInACrashStandsBeforeTheNextRows() {
        desk.post(Desk.rows(1_000, "a", NOON), NOON);
        desk.crashAfter(2);
        desk.post(Desk.rows(10, "b", NOON), NOON);
        assertThat(desk.write())
                .extracting(Entry::getClass)
                .containsExactly(Entry.BaselineSet.class, Entry.Predictions.class);
    }

    @Test
    void anUploadedBaselineEndsLearningAndOneOfAVersionDoesNot() {
        desk.baseline(Optional.of("2"), Desk.rows(5, "r", NOON), NOON);
        desk.post(Desk.rows(1_000, "a", NOON), NOON);
        assertThat(references(desk.write())).hasSize(2);
        Desk other = new Desk();
        other.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        other.post(Desk.rows(1_000, "a", NOON), NOON);
        assertThat(references(other.write())).hasSize(1);
    }

    @Test
    void aRequestWithAKeySeenBeforeIsAnsweredLikeTheFirstAndNotCountedAgain() {
        Optional<IdempotencyKey> key = Desk.key("k");
        Intake.Taken first = desk.predictions(Desk.rows(3, "", NOON), 0, key, NOON);
        assertThat(desk.predictions(Desk.rows(3, "", NOON), 0, key, NOON)).isEqualTo(first);
        desk.write();
        desk.restart();
        assertThat(desk.predictions(Desk.rows(3, "", NOON), 0, key, NOON.plus(Duration.ofDays(89))))
                .isEqualTo(first);
        assertThat(desk.write()).isEmpty();
        assertThat(desk.sequencer.accepted()).containsEntry(Desk.MODEL, 3L);
    }

    @Test
    void aRequestSentAgainIsToldOfTheSameRowsThatWereTooOld() {
        desk.post(Desk.rows(1, "new", NOON), NOON);
        Batch old = Desk.rows(3, "old", NOON.minus(Duration.ofDays(500)));
        Intake.Taken first = desk.predictions(old, 0, Desk.key("k"), NOON);
        assertThat(first.rejections()).hasSize(3);
        desk.write();
        desk.restart();
        assertThat(desk.predictions(old, 0, Desk.key("k"), NOON)).isEqualTo(first);
        desk.checkpoint();
        desk.restart();
        assertThat(desk.predictions(old, 0, Desk.key("k"), NOON)).isEqualTo(first);
    }

    @Test
    void aKeyIsRefusedForOtherRowsWhereverTheFirstAnswerIsKept() {
        Optional<IdempotencyKey> other = Optional.of(new IdempotencyKey("k", 2));
        desk.predictions(Desk.rows(1, "a", NOON), 0, Desk.key("k"), NOON);
        assertReused(() -> desk.predictions(Desk.rows(1, "b", NOON), 0, other, NOON));
        desk.write();
        desk.checkpoint();
        desk.restart();
        assertReused(() -> desk.predictions(Desk.rows(1, "b", NOON), 0, other, NOON));
        assertThat(desk.write()).isEmpty();
    }

    @Test
    void aKeyIsForgottenAfterTheLabelHorizonAndCanBeUsedAgain() {
        Optional<IdempotencyKey> other = Optional.of(new IdempotencyKey("k", 2));
        Instant later = NOON.plus(Duration.ofDays(91));
        Instant last = later.plus(Duration.ofDays(80));
        desk.predictions(Desk.rows(1, "a", NOON), 0, Desk.key("k"), NOON);
        desk.write();
        desk.checkpoint();
        assertThat(desk.predictions(Desk.rows(1, "b", later), 0, other, later).position())
                .isEqualTo(desk.sequencer.position());
        desk.write();
        desk.checkpoint(later);
        assertThat(keys("idempotency-arrivals")).isEqualTo(1);
        desk.post(Desk.rows(1, "c", last), last);
        desk.write();
        desk.checkpoint(last);
        desk.restart();
        assertReused(() -> desk.predictions(Desk.rows(1, "a", NOON), 0, Desk.key("k"), last));
        desk.post(Desk.rows(1, "d", last), last);
        desk.write();
        desk.checkpoint(last.plus(Duration.ofDays(91)));
        assertThat(keys("idempotency-arrivals")).isZero();
        assertThat(keys("idempotency-answers")).isZero();
    }

    @Test
    void theSameKeyMaySendPredictionsAndTheirLabels() {
        Optional<IdempotencyKey> key = Desk.key("k");
        desk.predictions(Desk.rows(1, "a", NOON), 0, key, NOON);
        desk.labels(Desk.label("a0"), 0, key, NOON);
        desk.labels(Desk.label("a0"), 0, key, NOON);
        assertThat(desk.sequencer.accepted()).containsEntry(Desk.MODEL, 2L);
    }

    @Test
    void anotherKeyOfAnotherModelIsAnotherRequest() {
        Optional<IdempotencyKey> key = Desk.key("k");
        desk.predictions(Desk.rows(1, "a", NOON), 0, key, NOON);
        desk.predictions(new BatchBuilder("other").build(), 0, key, NOON);
        assertThat(desk.write()).extracting(Entry::model).contains("other");
    }

    private int keys(String table) {
        int[] keys = new int[1];
        desk.store.scan(new Table(table), new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> ++keys[0] > 0);
        return keys[0];
    }

    private static void assertReused(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        IntakeException.class, e -> assertThat(e.kind()).isEqualTo(IntakeException.Kind.REUSED_KEY));
    }

    @Test
    void forgettingOfAModelNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> desk.forget("nobody", "a", NOON))
                .isInstanceOfSatisfying(
                        IntakeException.class, e -> assertThat(e.kind()).isEqualTo(IntakeException.Kind.UNKNOWN_MODEL));
    }

    private Model model() {
        return Objects.requireNonNull(desk.sequencer.ledger().models().get(Desk.MODEL))
                .model();
    }

    private Instant lastWatermark() {
        return Instant.ofEpochMilli(last(desk.write()).watermark());
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    private static List<Entry.Reference> references(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.BaselineSet.class::isInstance)
                .map(entry -> ((Entry.BaselineSet) entry).reference())
                .toList();
    }
}
