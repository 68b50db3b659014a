package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Importances;
import io.leeway.drift.Verdict;
import io.leeway.profile.FeatureKey.Role;
import io.leeway.statistics.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static final List<FeatureReport> COLUMNS = List.of(
            column("age", Role.FEATURE, Verdict.DRIFTED, 2),
            column("hour", Role.FEATURE, Verdict.DRIFTED, 90),
            column("state", Role.FEATURE, Verdict.DRIFTED, 3),
            column("income", Role.FEATURE, Verdict.STABLE, 0.4),
            column("score", Role.SCORE, Verdict.DRIFTED, 50));

    @Test
    void withoutImportancesTheLargestDriftIsFirstAndTheScoreLast() {
        assertThat(ranked(Map.of())).containsExactly("hour", "state", "age", "score");
    }

    @Test
    void whatTheModelMakesMuchOfComesBeforeWhatDriftedMore() {
        assertThat(ranked(Map.of("age", 0.5, "state", 0.09, "income", 0.4, "hour", 0.01)))
                .containsExactly("age", "hour", "state", "score");
        assertThat(ranked(Map.of("age", 0.3, "state", 0.28, "income", 0.4, "hour", 0.02)))
                .containsExactly("state", "age", "hour", "score");
    }

    @Test
    void ofWhatItMakesLittleOfTheVerdictSaysSo() {
        List<FeatureReport> ranked =
                new Suspects(new Importances(Map.of("age", 0.6, "state", 0.39, "hour", 0.01))).ranked(COLUMNS);
        assertThat(ranked.get(1).reason())
                .isEqualTo("hour moved; the model makes little of it: 1.0 % of all importance");
        assertThat(ranked.get(0).reason()).isEqualTo("age moved");
    }

    @Test
    void whatIsStableHasNoRankAndNothingChangesItsPlace() {
        List<FeatureReport> ranked = new Suspects(new Importances(Map.of())).ranked(COLUMNS);
        assertThat(ranked).extracting(FeatureReport::name).containsExactly("age", "hour", "state", "income", "score");
        assertThat(ranked.get(3)).isEqualTo(COLUMNS.get(3));
    }

    private static List<String> ranked(Map<String, Double> importances) {
        return new Suspects(new Importances(importances))
                .ranked(COLUMNS).stream()
                        .filter(column -> column.figures().has("rank"))
                        .sorted(Comparator.comparingDouble(
                                column -> column.figures().get("rank").getAsDouble()))
                        .map(FeatureReport::name)
                        .toList();
    }

    private static FeatureReport column(String name, Role role, Verdict verdict, double score) {
        return new FeatureReport(
                name,
                role,
                FeatureKind.NUMERIC,
                100,
                100,
                new Figures().put("drift_score", score),
                new FeatureReport.Rates(Verdict.STABLE, OptionalDouble.empty()),
                verdict,
                name + " moved",
                List.of());
    }
}
