package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.FeatureSettings;
import io.leeway.catalog.Keep;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Privacy;
import io.leeway.catalog.SettingsOf;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is journalled of a model's rows under each setting of {@code keep} and {@code ids}. */
class RedactionTest {
    private static final ModelSettings HASH = keeping(Keep.HASH, Keep.HASH);
    private static final ModelSettings NONE = keeping(Keep.NONE, Keep.VALUE);

    private final Desk desk = new Desk();

    @Test
    void ofHashedValuesOnlyEqualityIsKept() {
        desk.settings(Desk.MODEL, HASH, Desk.NOON);
        desk.post(rows("Anna", 7, "Bert", "Anna"), Desk.NOON);
        ValueColumn journalled = journalled();
        assertThat(journalled.texts()).hasSize(3).allMatch(text -> text.matches("#[0-9a-f]{12}"));
        assertThat(journalled.category(0)).isEqualTo(journalled.category(3)).isNotEqualTo(journalled.category(2));
    }

    @Test
    void aHashedNumberIsACategoryWhicheverWayItIsWritten() {
        desk.settings(Desk.MODEL, HASH, Desk.NOON);
        desk.post(rows(1, 1.0, "1", 2), Desk.NOON);
        assertThat(journalled().texts()).hasSize(2);
        Intake.Changed again = desk.settings(Desk.MODEL, HASH, Desk.NOON);
        assertThat(again.model().kind("who")).contains(FeatureKind.CATEGORICAL);
    }

    @Test
    void equalValuesOfTwoFeaturesHaveNothingInCommon() {
        Redaction redaction = Redaction.of(HASH, TestKey.PSEUDONYMS);
        BatchBuilder batch = new BatchBuilder(Desk.MODEL);
        batch.featureText(batch.feature("who"), "Anna");
        batch.featureText(batch.feature("boss"), "Anna");
        batch.keep();
        List<ValueColumn> features = redaction.apply(batch.build()).features();
        assertThat(features.get(0).texts())
                .doesNotContainAnyElementsOf(features.get(1).texts());
    }

    @Test
    void withNoneOnlyWhetherThereWasAValueIsKept() {
        desk.settings(Desk.MODEL, NONE, Desk.NOON);
        BatchBuilder batch = new BatchBuilder(Desk.MODEL);
        int who = batch.feature("who");
        row(batch, "a", () -> batch.featureText(who, "Anna"));
        row(batch, "b", () -> batch.featureNumber(who, 42));
        row(batch, "c", () -> batch.featureText(who, ""));
        row(batch, "d", () -> batch.featureMissing(who));
        row(batch, "e", () -> batch.featureOther(who));
        desk.post(batch.build(), Desk.NOON);
        ValueColumn journalled = journalled();
        assertThat(journalled.texts()).containsExactly(Redaction.PRESENT);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(journalled::kind)
                .containsExactly(ValueKind.TEXT, ValueKind.TEXT, ValueKind.MISSING, ValueKind.MISSING, ValueKind.OTHER);
    }

    @Test
    void aFeatureMaySayMoreOrLessThanTheOthers() {
        ModelSettings settings = with(
                Map.of("who", new FeatureSettings(Optional.empty(), true, Optional.of(Keep.VALUE))),
                new Privacy(Keep.NONE, Keep.VALUE));
        desk.settings(Desk.MODEL, settings, Desk.NOON);
        desk.post(rows("Anna"), Desk.NOON);
        assertThat(journalled().texts()).containsExactly("Anna");
    }

    @Test
    void aHashedIdMeetsItsLabelAndItsDeletion() {
        desk.settings(Desk.MODEL, HASH, Desk.NOON);
        desk.post(rows("Anna"), Desk.NOON);
        desk.labels(Desk.label("id0"), 0, Optional.empty(), Desk.NOON);
        desk.forget(Desk.MODEL, "id0", Desk.NOON);
        List<Entry> entries = desk.write();
        String id = entries.stream()
                .filter(Entry.Predictions.class::isInstance)
                .map(entry -> ((Entry.Predictions) entry).batch().ids().text(0))
                .findFirst()
                .orElseThrow();
        assertThat(id).isNotEqualTo("id0").hasSize(22);
        assertThat(entries)
                .anyMatch(entry -> entry instanceof Entry.Truth truth
                        && truth.labels().ids().text(0).equals(id))
                .anyMatch(entry -> entry instanceof Entry.Forgotten forgotten
                        && forgotten.id().equals(id));
    }

    @Test
    void anIdempotencyKeyIsNeverKeptAsItCame() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key of Anna", 17));
        desk.predictions(rows("Anna"), 0, key, Desk.NOON);
        long position = desk.sequencer.position();
        assertThat(desk.predictions(rows("Anna"), 0, key, Desk.NOON).position()).isEqualTo(position);
        assertThat(desk.write())
                .filteredOn(Entry.Predictions.class::isInstance)
                .singleElement()
                .satisfies(entry -> assertThat(((Entry.Predictions) entry).keyed())
                        .hasValueSatisfying(kept -> {
                            assertThat(kept.key().name()).doesNotContain("Anna");
                            assertThat(kept.key().fingerprint()).isNotEqualTo(17);
                        }));
    }

    @Test
    void referenceSetsAreKeptLikeRowsAndWithoutIds() {
        desk.settings(Desk.MODEL, NONE, Desk.NOON);
        desk.baseline(Optional.empty(), rows("Anna"), Desk.NOON);
        Batch kept = lastReference();
        assertThat(kept.features().get(0).texts()).containsExactly(Redaction.PRESENT);
        assertThat(kept.ids().present(0)).isFalse();
    }

    @Test
    void aReferenceSetThatCameBeforeIsMadeToHoldLess() {
        desk.baseline(Optional.empty(), rows("Anna", "Bert"), Desk.NOON);
        desk.settings(Desk.MODEL, HASH, Desk.NOON);
        ValueColumn hashed = lastReference().features().get(0);
        assertThat(hashed.texts()).doesNotContain("Anna");
        desk.settings(Desk.MODEL, HASH, Desk.NOON);
        assertThat(lastReference().features().get(0).texts()).isEqualTo(hashed.texts());
        desk.settings(Desk.MODEL, NONE, Desk.NOON);
        assertThat(lastReference().features().get(0).texts()).containsExactly(Redaction.PRESENT);
        assertThatThrownBy(() -> desk.settings(Desk.MODEL, HASH, Desk.NOON))
                .hasMessageStartingWith("What is kept of the feature who cannot change from none to hash");
    }

    @Test
    void whatIsKeptOfACountedFeatureCannotChangeButOfANewOneItCan() {
        desk.post(rows("Anna"), Desk.NOON);
        assertThatThrownBy(() -> desk.settings(Desk.MODEL, NONE, Desk.NOON))
                .isInstanceOfSatisfying(
                        IntakeException.class, e -> assertThat(e.kind()).isEqualTo(IntakeException.Kind.CONFLICT))
                .hasMessageStartingWith("What is kept of the feature who cannot change from value to none");
        ModelSettings othersNot = with(
                Map.of("who", new FeatureSettings(Optional.empty(), true, Optional.of(Keep.VALUE))),
                new Privacy(Keep.NONE, Keep.VALUE));
        assertThat(desk.settings(Desk.MODEL, othersNot, Desk.NOON).model().settings())
                .isEqualTo(othersNot);
    }

    @Test
    void idsCannotBecomeHashedOnceALabelMayWaitForOne() {
        desk.labels(Desk.label("id0"), 0, Optional.empty(), Desk.NOON);
        assertThatThrownBy(() -> desk.settings(Desk.MODEL, HASH, Desk.NOON))
                .hasMessageStartingWith("What is kept of ids cannot change");
    }

    private ValueColumn journalled() {
        List<Entry> entries = desk.write();
        return ((Entry.Predictions) entries.get(entries.size() - 1))
                .batch()
                .features()
                .get(0);
    }

    private Batch lastReference() {
        List<Entry> entries = desk.write();
        return ((Entry.BaselineSet) entries.get(entries.size() - 1)).reference().rows();
    }

    private static Batch rows(Object... values) {
        BatchBuilder batch = new BatchBuilder(Desk.MODEL);
        int who = batch.feature("who");
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            row(batch, "id" + i, () -> {
                if (value instanceof Number number) {
                    batch.featureNumber(who, number.doubleValue());
                } else {
                    batch.featureText(who, value.toString());
                }
            });
        }
        return batch.build();
    }

    private static void row(BatchBuilder batch, String id, Runnable cells) {
        cells.run();
        batch.id(id);
        batch.timestamp(Desk.NOON.toEpochMilli());
        batch.predictionNumber(1);
        batch.keep();
    }

    private static ModelSettings keeping(Keep keep, Keep ids) {
        return with(Map.of(), new Privacy(keep, ids));
    }

    private static ModelSettings with(Map<String, FeatureSettings> features, Privacy privacy) {
        return SettingsOf.privacy(features, privacy);
    }
}
