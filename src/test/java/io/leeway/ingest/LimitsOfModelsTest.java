package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for good under a name from outside is bounded, over all requests and restarts. */
class LimitsOfModelsTest {
    private static final Allowed FEW =
            Allowed.withDefaults().with(Limit.MODELS, 2).with(Limit.FEATURES, 2).with(Limit.VERSIONS, 2);

    private final Desk desk = new Desk();

    @BeforeEach
    void allowFew() {
        desk.sequencer.within(FEW);
    }

    @Test
    void aModelTooManyIsRefusedHoweverItComesAndTheKnownOnesGoOn() {
        desk.post(rows("a", "1", "x"), Desk.NOON);
        desk.labels(labels("b"), 0, Optional.empty(), Desk.NOON);
        restart();
        assertThatThrownBy(() -> desk.post(rows("c", "1", "x"), Desk.NOON))
                .isInstanceOfSatisfying(IntakeException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(IntakeException.Kind.BEYOND);
                    assertThat(refused.limit()).contains(Limit.MODELS);
                })
                .hasMessage("There are 2 models already: use one of them, or raise limits.models.");
        assertThatThrownBy(() -> desk.labels(labels("c"), 0, Optional.empty(), Desk.NOON))
                .isInstanceOf(IntakeException.class);
        assertThatThrownBy(() -> desk.settings("c", ModelSettings.withDefaults(), Desk.NOON))
                .isInstanceOf(IntakeException.class);
        assertThatThrownBy(() -> desk.baseline(Optional.empty(), rows("c", "1", "x"), Desk.NOON))
                .isInstanceOf(IntakeException.class);
        assertThat(desk.post(rows("b", "1", "x"), Desk.NOON).rejections()).isEmpty();
        assertThat(desk.sequencer.ledger().models()).containsOnlyKeys("a", "b");
    }

    @Test
    void aBaselineThatIsRefusedLeavesNoModelBehind() {
        assertThatThrownBy(() -> desk.baseline(Optional.empty(), rows("m", "1", "x", "y", "z"), Desk.NOON))
                .isInstanceOfSatisfying(
                        IntakeException.class,
                        refused -> assertThat(refused.limit()).contains(Limit.FEATURES));
        assertThat(desk.sequencer.ledger().models()).isEmpty();
    }

    @Test
    void aRowWithAFeatureTooManyIsRejectedAndItsNeighboursStand() {
        assertThat(post("1", "x").rejections()).isEmpty();
        restart();
        Intake.Taken taken = post("1", "y", "z", "x");
        assertThat(taken.rejections()).extracting(Rejection::index).containsExactly(1L);
        assertThat(taken.rejections())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.TOO_MANY_FEATURES);
        assertThat(Objects.requireNonNull(desk.sequencer.ledger().models().get("m"))
                        .model()
                        .kinds())
                .containsOnlyKeys("x", "y");
    }

    @Test
    void aVersionTooManyIsRejectedRowByRow() {
        assertThat(post("1", "x").rejections()).isEmpty();
        assertThat(post("2", "x").rejections()).isEmpty();
        restart();
        assertThat(post("3", "x", "x").rejections())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.TOO_MANY_VERSIONS, Rejection.Reason.TOO_MANY_VERSIONS);
        assertThat(post("2", "x").rejections()).isEmpty();
        desk.checkpoint();
        restart();
        assertThat(post("3", "x").rejections()).hasSize(1);
    }

    @Test
    void aBaselineIsRefusedAsAWhole() {
        assertThatThrownBy(() -> desk.baseline(Optional.empty(), rows("m", "1", "x", "y", "z"), Desk.NOON))
                .hasMessageContaining("limits.features");
        desk.baseline(Optional.of("1"), rows("m", "1", "x"), Desk.NOON);
        desk.baseline(Optional.of("2"), rows("m", "1", "x"), Desk.NOON);
        desk.baseline(Optional.of("2"), rows("m", "1", "x"), Desk.NOON);
        assertThatThrownBy(() -> desk.baseline(Optional.of("3"), rows("m", "1", "x"), Desk.NOON))
                .hasMessageContaining("limits.versions");
    }

    private Intake.Taken post(String version, String... features) {
        Intake.Taken taken = desk.post(rows("m", version, features), Desk.NOON);
        desk.write();
        return taken;
    }

    private void restart() {
        desk.write();
        desk.restart();
        desk.sequencer.within(FEW);
    }

    /** One row for each feature, which has a value of that feature alone. */
    private static Batch rows(String model, String version, String... features) {
        BatchBuilder batch = new BatchBuilder(model);
        for (String feature : List.of(features)) {
            batch.timestamp(Desk.NOON.toEpochMilli());
            batch.version(version);
            batch.featureNumber(batch.feature(feature), 1);
            batch.predictionNumber(1);
            batch.keep();
        }
        return batch.build();
    }

    private static Labels labels(String model) {
        LabelsBuilder labels = new LabelsBuilder(model);
        labels.add("a", 1, Desk.NOON.toEpochMilli());
        return labels.build();
    }
}
