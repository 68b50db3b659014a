package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.series.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What settings may say is tested through the form in which they arrive; here stands what those checks rest on. */
class SettingsCheckTest {
    @Test
    void theDefaultsAreWithoutProblems() {
        assertThat(SettingsCheck.problems(ModelSettings.withDefaults())).isEmpty();
    }

    /** Split among the tests of a window it still is a number: a thousand million windows a false alarm are enough for anybody. */
    @Test
    void alphaMayBeAsSmallAsOneInAThousandMillion() {
        assertThat(SettingsCheck.problems(SettingsOf.alpha(1e-9))).isEmpty();
        assertThat(SettingsCheck.problems(SettingsOf.alpha(0.99e-9)))
                .extracting(Problem::path)
                .containsExactly("alpha");
    }

    @Test
    void everySizeDividesTheNextSoAnySelectionIsSums() {
        List<WindowSize> sizes = Arrays.asList(WindowSize.values());
        for (int i = 1; i < sizes.size(); i++) {
            assertThat(sizes.get(i).duration().toSeconds()
                            % sizes.get(i - 1).duration().toSeconds())
                    .as(sizes.get(i).text())
                    .isZero();
        }
    }

    @Test
    void everyMetricThatIsStoredWithAnIntervalMayHaveATolerance() {
        List<String> stored = Vocabulary.measurement("performance").fields().keySet().stream()
                .filter(field -> field.endsWith("_low"))
                .map(field -> field.substring(0, field.length() - "_low".length()))
                .toList();
        assertThat(Metrics.NAMES).containsExactlyInAnyOrderElementsOf(stored);
    }
}
