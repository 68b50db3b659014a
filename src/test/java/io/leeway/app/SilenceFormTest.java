package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.http.OnCall;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people may ask to be silent. */
class SilenceFormTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    private final SilenceForm form;

    SilenceFormTest() throws InvalidYamlException {
        form = new SilenceForm(AlertFiles.shipped().rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model | *",
                "model | ~.*",
                "model | ~.+",
                "model | ~(?s).++",
                "model | ~[^/]+",
                "rule  | *-*",
                "level | warning,critical",
                "level | ~w.*,c*"
            })
    void whatLeavesNothingOutIsRefused(String label, String patterns) {
        assertThatThrownBy(() -> form.silence(wanted(label, patterns), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("everything");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model | credit-*",
                "model | ~[a-z].*",
                "rule | feature-drift",
                "level | warning",
                "owner | on-call"
            })
    void whatNamesSomethingIsAccepted(String label, String patterns) {
        assertThat(form.silence(wanted(label, patterns), NOW).matchers()).hasSize(1);
    }

    @Test
    void allLevelsOfSomeModelsNameSomething() {
        OnCall.Silencing wanted =
                wanted(Map.of("level", List.of("warning", "critical"), "model", List.of("credit-*")), Optional.empty());
        assertThat(form.silence(wanted, NOW).matchers()).hasSize(2);
    }

    @Test
    void aStartFarAheadIsRefusedWithASentence() {
        for (Instant start : List.of(NOW.plus(Duration.ofDays(31)), Instant.MAX)) {
            OnCall.Silencing wanted = wanted(Map.of("model", List.of("credit-*")), Optional.of(start));
            assertThatThrownBy(() -> form.silence(wanted, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("start lies more than 30 days ahead");
        }
    }

    private static OnCall.Silencing wanted(String label, String patterns) {
        return wanted(Map.of(label, List.of(patterns.split(",", -1))), Optional.empty());
    }

    private static OnCall.Silencing wanted(Map<String, List<String>> matchers, Optional<Instant> start) {
        return new OnCall.Silencing(matchers, start, Optional.empty(), true, "me", "the feed is being repaired");
    }
}
