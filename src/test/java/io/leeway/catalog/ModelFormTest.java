package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFormTest {
    static Stream<Model> models() {
        ModelSettings everything = new ModelSettings(
                Optional.of(Task.BINARY),
                Optional.of("yes"),
                List.of(WindowSize.values()),
                Duration.ofMinutes(90),
                Duration.ofSeconds(7),
                ZoneId.of("Asia/Kathmandu"),
                Map.of(
                        "hour", new FeatureSettings(Optional.of(FeatureKind.CATEGORICAL), true, Optional.of(Keep.HASH)),
                        "zwölf\u0000",
                                new FeatureSettings(
                                        Optional.empty(), false, Optional.empty(), OptionalDouble.of(0.25))),
                Duration.ofDays(30),
                Duration.ofDays(1_000),
                0.05,
                0.02,
                0.001,
                Map.of("accuracy", new Tolerance(0.01, false), "mae", new Tolerance(0.1, true)),
                0.75,
                0.3,
                new Privacy(Keep.NONE, Keep.HASH),
                new Watching(
                        List.of(
                                new ReferenceRule.Seasonal(8),
                                new ReferenceRule.Baseline(),
                                new ReferenceRule.Previous(),
                                new ReferenceRule.Trailing(28, 7)),
                        FalseAlarms.parse("2 per 90d"),
                        List.of("origin", "zwölf"),
                        true));
        return Stream.of(
                Model.of("m", ModelSettings.withDefaults()),
                Model.of("m", everything),
                new Model(
                        "m",
                        everything,
                        Optional.of(Task.BINARY),
                        Optional.of("yes"),
                        Map.of("hour", FeatureKind.CATEGORICAL, "size", FeatureKind.NUMERIC)),
                Model.of("m", SettingsOf.task(Task.REGRESSION)),
                Model.of("m", SettingsOf.task(Task.MULTICLASS)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelComesBack(Model model) {
        ByteWriter out = new ByteWriter();
        ModelForm.write(model, out);
        ByteReader in = new ByteReader(out.toByteArray());
        assertThat(ModelForm.read(in)).isEqualTo(model);
        assertThat(in.left()).isZero();
    }
}
