package io.leeway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.FeatureSettings;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilerTest {
    private static final FeatureKey AGE = FeatureKey.feature("age");
    private static final FeatureKey CITY = FeatureKey.feature("city");

    @Test
    void inANumericColumnOnlyNumbersAreValues() {
        BatchBuilder rows = new BatchBuilder("m");
        int age = rows.feature("age");
        rows.featureNumber(age, 31);
        rows.keep();
        rows.featureText(age, "");
        rows.keep();
        rows.featureText(age, "31");
        rows.keep();
        rows.featureOther(age);
        rows.keep();
        rows.featureNumber(age, Double.POSITIVE_INFINITY);
        rows.keep();
        rows.keep();

        Profile profile = profile(rows.build(), model(Task.BINARY));
        NumericProfile column = profile.numeric(AGE);
        assertThat(column.valid()).isEqualTo(1);
        assertThat(column.wrongType()).isEqualTo(3);
        assertThat(column.missing(profile.rows())).isEqualTo(2);
        assertThat(column.moments().mean()).hasValue(31);
    }

    @Test
    void inACategoricalColumnNumbersAndTextsAreCategories() {
        BatchBuilder rows = new BatchBuilder("m");
        int city = rows.feature("city");
        rows.featureText(city, "1");
        rows.keep();
        rows.featureNumber(city, 1.0);
        rows.keep();
        rows.featureNumber(city, 2.5);
        rows.keep();
        rows.featureText(city, "");
        rows.keep();
        rows.featureOther(city);
        rows.keep();
        rows.keep();

        Profile profile = profile(rows.build(), model(Task.BINARY));
        CategoricalProfile column = profile.categorical(CITY);
        assertThat(column.categories().categories()).isEqualTo(Map.of("", 1L, "1", 2L, "2.5", 1L));
        assertThat(column.wrongType()).isEqualTo(1);
        assertThat(column.missing(profile.rows())).isEqualTo(1);
    }

    @Test
    void aFeatureTheBatchDoesNotHaveIsMissingInAllItsRows() {
        Profile profile = profile(predictions(0.7, 0.2), model(Task.BINARY));
        assertThat(profile.numericKeys()).contains(AGE);
        assertThat(profile.numeric(AGE).missing(profile.rows())).isEqualTo(2);
        assertThat(profile.categorical(CITY).missing(profile.rows())).isEqualTo(2);
    }

    @Test
    void aFeatureOfUnknownKindOrNotMonitoredIsLeftOut() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.featureNumber(rows.feature("unknown"), 1);
        rows.featureNumber(rows.feature("quiet"), 1);
        rows.keep();
        Profile profile = profile(rows.build(), model(Task.BINARY));
        assertThat(profile.numericKeys()).containsExactly(AGE);
        assertThat(profile.categoricalKeys()).containsExactly(CITY, FeatureKey.PREDICTION);
    }

    @Test
    void withoutAPredictionTheScoreDecides() {
        Profile profile = profile(predictions(0.5, 0.49, 0.9), model(Task.BINARY));
        assertThat(profile.categorical(FeatureKey.PREDICTION).categories().categories())
                .isEqualTo(Map.of("yes", 2L, "not yes", 1L));
        assertThat(profile.numeric(FeatureKey.SCORE).valid()).isEqualTo(3);
    }

    @Test
    void aLoggedPredictionStandsWhateverTheScore() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.predictionText("no");
        rows.score(0.99);
        rows.keep();
        Profile profile = profile(rows.build(), model(Task.BINARY));
        assertThat(profile.categorical(FeatureKey.PREDICTION).categories().categories())
                .isEqualTo(Map.of("no", 1L));
    }

    @Test
    void aRegressionPredictsNumbers() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.predictionNumber(4.5);
        rows.keep();
        Profile profile = profile(rows.build(), model(Task.REGRESSION));
        assertThat(profile.numeric(FeatureKey.PREDICTION).moments().mean()).hasValue(4.5);
        assertThat(profile.categoricalKeys()).doesNotContain(FeatureKey.PREDICTION);
    }

    @Test
    void onlyTheRowsNamedAreAdded() {
        Profile profile = new Profile();
        new Profiler(predictions(0.1, 0.2, 0.3, 0.4), model(Task.BINARY), List.of())
                .add(profile, new int[] {1, 3, 0}, 2);
        assertThat(profile.rows()).isEqualTo(2);
        assertThat(profile.numeric(FeatureKey.SCORE).moments().min()).hasValue(0.2);
        assertThat(profile.numeric(FeatureKey.SCORE).moments().max()).hasValue(0.4);
    }

    @Test
    void rowsThatCameBeforeTheBaselineStandOnNoBins() {
        Batch batch = predictions(0.1, 0.2, 0.3);
        Layout layout = Layout.of("b1", batch, model(Task.BINARY));
        Profile profile = profile(batch, model(Task.BINARY));
        new Profiler(batch, model(Task.BINARY), List.of(layout)).add(profile, new int[] {0}, 1);

        NumericProfile score = profile.numeric(FeatureKey.SCORE);
        assertThat(score.valid()).isEqualTo(4);
        assertThat(score.bins("b1").total()).isEqualTo(1);
        assertThat(profile.rowsOn("b1")).isEqualTo(1);
        assertThat(profile.rows()).isEqualTo(4);
    }

    @Test
    void aRowMayStandOnTwoBaselines() {
        Batch batch = predictions(0.1, 0.2, 0.3);
        Model model = model(Task.BINARY);
        Profile profile = new Profile();
        new Profiler(batch, model, List.of(Layout.of("b1", batch, model), Layout.of("b2", batch, model)))
                .add(profile, new int[] {0, 1}, 2);
        assertThat(profile.numeric(FeatureKey.SCORE).bins("b1").total()).isEqualTo(2);
        assertThat(profile.numeric(FeatureKey.SCORE).bins("b2").total()).isEqualTo(2);
        assertThat(profile.rowsOn("b2")).isEqualTo(2);
    }

    @Test
    void aLayoutSurvivesItsBytes() {
        BatchBuilder rows = new BatchBuilder("m");
        rows.featureNumber(rows.feature("age"), 31);
        rows.featureText(rows.feature("city"), "Ulm");
        rows.keep();
        Layout layout = Layout.of("b1", rows.build(), model(Task.BINARY));
        ByteWriter out = new ByteWriter();
        layout.write(out);
        assertThat(Layout.read(new ByteReader(out.toByteArray()))).isEqualTo(layout);
        assertThat(layout.kept(CITY)).containsExactly("Ulm");
    }

    private static Batch predictions(double... scores) {
        BatchBuilder rows = new BatchBuilder("m");
        for (double score : scores) {
            rows.score(score);
            rows.keep();
        }
        return rows.build();
    }

    private static Profile profile(Batch batch, Model model) {
        Profile profile = new Profile();
        new Profiler(batch, model, List.of())
                .add(profile, IntStream.range(0, batch.size()).toArray(), batch.size());
        return profile;
    }

    private static Model model(Task task) {
        ModelSettings defaults = ModelSettings.withDefaults();
        ModelSettings settings = new ModelSettings(
                Optional.of(task),
                Optional.of("yes"),
                defaults.windows(),
                defaults.lateness(),
                defaults.idleAfter(),
                defaults.zone(),
                Map.of("quiet", new FeatureSettings(Optional.of(FeatureKind.NUMERIC), false, Optional.empty())),
                defaults.labelHorizon(),
                defaults.keepWindows(),
                defaults.alpha(),
                defaults.tolerance(),
                defaults.rateTolerance(),
                Map.of(),
                defaults.minLabelCoverage(),
                defaults.threshold(),
                defaults.privacy(),
                defaults.watching());
        return new Model(
                "m",
                settings,
                settings.task(),
                settings.positive(),
                Map.of("age", FeatureKind.NUMERIC, "city", FeatureKind.CATEGORICAL, "quiet", FeatureKind.NUMERIC));
    }
}
