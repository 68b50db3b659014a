package io.leeway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.IncidentPoint;
import io.leeway.alert.Level;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private IncidentBook book = new IncidentBook(List.of());

    @BeforeEach
    void open() throws InvalidYamlException {
        book = new IncidentBook(AlertFiles.shipped().rules());
    }

    @Test
    void aStrongDriftIsToldWithinOneDayAndOneWeakDayIsNot() {
        assertThat(opened(drift("age", 0, .12), drift("zip", 0, .18)))
                .containsExactly("credit: zip drifted from the baseline");
    }

    @Test
    void aWeakDriftIsToldOnItsSecondDayOfThree() {
        assertThat(opened(drift("age", 0, .12), drift("age", 1, .05))).isEmpty();
        assertThat(opened(drift("age", 2, .12))).containsExactly("credit: age drifted from the baseline");
    }

    @Test
    void driftAloneWakesNobody() {
        assertThat(opened(drift("age", 0, 9))).hasSize(1);
        assertThat(book.incidents().get(0).level()).isEqualTo(Level.WARNING);
    }

    @Test
    void anInputThatIsMostlyMissingIsCriticalUnlessItAlwaysWas() {
        assertThat(opened(missing("age", .6, .1), missing("zip", .6, .5))).hasSize(1);
        assertThat(book.incidents().get(0).span().members())
                .extracting(
                        member -> member.name() + " " + member.episode().level().text())
                .containsExactly("age critical", "zip warning");
    }

    @Test
    void accuracyIsJudgedWhenMostLabelsAreKnownAndChanceIsExcluded() {
        assertThat(opened(accuracy(.70, .73, .5))).as("half of the labels").isEmpty();
        assertThat(opened(accuracy(.70, .79, .7)))
                .as("the interval reaches the limit")
                .isEmpty();
        assertThat(opened(accuracy(.70, .73, .7))).containsExactly("credit: accuracy fell to 70.0 %");
    }

    @Test
    void aRegressionIsWatchedByItsError() {
        assertThat(opened(
                        performance(Map.of("mae", 12.0, "mae_low", 11.5, "baseline.mae", 10.0, "label_coverage", .9))))
                .containsExactly("credit: mean absolute error grew to 12.00");
    }

    @Test
    void oneVersionAloneOpensNothing() {
        Observation day = drift("age", 0, 9);
        Map<String, String> tags = new HashMap<>(day.tags().values());
        tags.put("version", "2");
        assertThat(opened(new Observation(
                        "drift", new Tags(tags), day.start(), day.end(), true, 1, day.n(), day.figures(), "")))
                .isEmpty();
    }

    @Test
    void anOpeningIsAMarkOnTheBoards() {
        IncidentChange opened =
                book.accept(List.of(drift("age", 0, 9))).incidents().get(0);
        assertThat(IncidentPoint.of(opened)).hasValueSatisfying(point -> {
            assertThat(point.time()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
            assertThat(point.tags()).containsEntry("rule", "feature-drift").containsEntry("level", "warning");
            assertThat(point.fields()).containsEntry("state", "open").containsEntry("reason", "breach");
        });
    }

    private List<String> opened(Observation... windows) {
        return book.accept(List.of(windows)).incidents().stream()
                .filter(change -> change.kind() == IncidentChange.Kind.OPENED)
                .map(change -> change.incident().title())
                .toList();
    }

    private static Observation drift(String feature, int day, double psi) {
        Map<String, Double> figures = Map.of("psi_test", psi, "threshold", .1, "drift_score", psi / .1);
        return window("drift", feature, MONDAY.plus(Duration.ofDays(day)), Duration.ofDays(1), figures);
    }

    private static Observation missing(String feature, double rate, double baseline) {
        Map<String, Double> figures =
                Map.of("missing_rate", rate, "baseline.missing_rate", baseline, "drift_score", 9.0);
        return window("quality", feature, MONDAY, Duration.ofDays(1), figures);
    }

    private static Observation accuracy(double accuracy, double high, double coverage) {
        return performance(Map.of(
                "accuracy", accuracy, "accuracy_high", high, "baseline.accuracy", .8, "label_coverage", coverage));
    }

    private static Observation performance(Map<String, Double> figures) {
        return window("performance", "", MONDAY, Duration.ofDays(7), figures);
    }

    private static Observation window(
            String measurement, String feature, Instant start, Duration size, Map<String, Double> figures) {
        Map<String, String> tags = new HashMap<>(Map.of(
                "model",
                "credit",
                "version",
                "*",
                "segment",
                "all",
                "window",
                size.toDays() + "d",
                "feature",
                feature));
        tags.values().remove("");
        return new Observation(measurement, new Tags(tags), start, start.plus(size), true, 1, 1000, figures, "");
    }
}
