package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImportancesTest {
    @Test
    void onAnyScaleTheyAreSharesOfTheirSum() {
        Importances importances = Importances.of(SettingsOf.features(Map.of("age", feature(30), "hour", feature(10))));
        assertThat(importances.share("age")).hasValue(0.75);
        assertThat(importances.share("hour")).hasValue(0.25);
        assertThat(importances.share("colour")).hasValue(0);
    }

    @Test
    void whereNothingWasUploadedNothingIsKnownAndEverythingMatters() {
        Importances importances =
                Importances.of(SettingsOf.features(Map.of("age", FeatureSettings.withDefaults(), "hour", feature(0))));
        assertThat(importances.share("age")).isEmpty();
        assertThat(importances.matters("age")).isTrue();
    }

    @Test
    void littleIsLessThanHalfOfAnEqualPart() {
        Importances importances = new Importances(Map.of("a", 0.751, "b", 0.125, "c", 0.124, "d", 0.0));
        assertThat(importances.matters("a")).isTrue();
        assertThat(importances.matters("b")).isFalse();
        assertThat(new Importances(Map.of("a", 0.75, "b", 0.25, "d", 0.0)).matters("b"))
                .isTrue();
        assertThat(importances.matters("d")).isFalse();
        assertThat(importances.matters("colour")).isFalse();
    }

    private static FeatureSettings feature(double importance) {
        return new FeatureSettings(Optional.empty(), true, Optional.empty(), OptionalDouble.of(importance));
    }
}
