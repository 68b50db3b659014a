package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ItemList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceTest {
    private static final Model UNKNOWN = Model.of("m", ModelSettings.withDefaults());

    /** Predictions, whether a score or scores by class stand beside them, and what follows; '-' is nothing. */
    @ParameterizedTest
    @CsvSource({
        "0 1 1, -, BINARY, 1",
        "1.0 0.0, -, BINARY, 1",
        "true false, -, BINARY, true",
        "True, -, BINARY, true",
        "0 1 2, -, REGRESSION, -",
        "0.5, -, REGRESSION, -",
        "yes no, -, MULTICLASS, -",
        "yes no, score, BINARY, -",
        "-, score, BINARY, 1",
        "a b, scores, MULTICLASS, -",
        "-, scores, MULTICLASS, -",
        "-, -, -, -"
    })
    void taskAndPositiveClassFollowFromTheFirstRows(String predictions, String scores, String task, String positive) {
        Model model = Inference.of(UNKNOWN, batch(predictions, scores));
        assertThat(model.task().map(Task::name).orElse("-")).isEqualTo(task);
        assertThat(model.positive().orElse("-")).isEqualTo(positive);
    }

    @Test
    void aListOfItemsIsThePredictionOfAModelThatRanks() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.predictionText(ItemList.of(List.of("a", "b")).text());
        rows.keep();
        assertThat(Inference.of(UNKNOWN, rows.build()).task()).contains(Task.RANKING);
    }

    @Test
    void whatWasOnceKnownNeverChanges() {
        Model binary = Inference.of(UNKNOWN, batch("0 1", "-"));
        assertThat(Inference.of(binary, batch("7.5", "-"))).isSameAs(binary);
        Model yes = Inference.of(Model.of("m", SettingsOf.positive("yes")), batch("yes no", "score"));
        assertThat(yes.positive()).contains("yes");
    }

    @Test
    void aFeatureIsWhatItsFirstUsableValueIsUnlessItsOwnerSaysOtherwise() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.featureMissing(rows.feature("number"));
        rows.featureText(rows.feature("text"), "1");
        rows.featureOther(rows.feature("other"));
        rows.featureNumber(rows.feature("hour"), 7);
        rows.predictionNumber(1);
        rows.keep();
        rows.featureNumber(rows.feature("number"), 1);
        rows.featureNumber(rows.feature("text"), 1);
        rows.predictionNumber(1);
        rows.keep();
        Model known = Inference.of(Model.of("m", hourIsCategorical()), rows.build());
        assertThat(known.kinds())
                .isEqualTo(Map.of(
                        "number", FeatureKind.NUMERIC,
                        "text", FeatureKind.CATEGORICAL,
                        "hour", FeatureKind.CATEGORICAL));
    }

    @Test
    void aFeatureThatIsNotMonitoredHasNoKind() {
        FeatureSettings ignored = new FeatureSettings(Optional.of(FeatureKind.NUMERIC), false, Optional.empty());
        Model model = Model.of("m", withFeature("hour", ignored));
        assertThat(model.kind("hour")).isEmpty();
    }

    private static Batch batch(String predictions, String scores) {
        BatchBuilder rows = new BatchBuilder("m");
        for (String prediction : predictions.split(" ")) {
            if (prediction.matches("[0-9.]+")) {
                rows.predictionNumber(Double.parseDouble(prediction));
            } else if (!prediction.equals("-")) {
                rows.predictionText(prediction);
            }
            switch (scores) {
                case "score" -> rows.score(0.5);
                case "scores" -> rows.score("a", 0.5);
                default -> {}
            }
            rows.keep();
        }
        return rows.build();
    }

    private static ModelSettings hourIsCategorical() {
        return withFeature("hour", new FeatureSettings(Optional.of(FeatureKind.CATEGORICAL), true, Optional.empty()));
    }

    private static ModelSettings withFeature(String name, FeatureSettings feature) {
        return SettingsOf.features(Map.of(name, feature));
    }
}
