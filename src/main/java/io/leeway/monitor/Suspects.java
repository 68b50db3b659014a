package io.leeway.monitor;

import io.leeway.catalog.Importances;
import io.leeway.cause.Percent;
import io.leeway.drift.Verdict;
import io.leeway.profile.FeatureKey;
import io.leeway.statistics.Figures;
import java.util.Comparator;
import java.util.List;

/**
 * The columns of a window that drifted, in the order in which to look at them: features the model makes something of before
 * those it makes little of, and those before score and prediction, which follow from features; in each group by the drift
 * score times the importance, or by the drift score alone where no importances are known.
 */
record Suspects(Importances importances) {
    /** The same columns in the same order; the figure {@code rank} of those that drifted says where they stand, from 1 on. */
    List<FeatureReport> ranked(List<FeatureReport> columns) {
        List<FeatureReport> drifted = columns.stream()
                .filter(column -> column.verdict() == Verdict.DRIFTED)
                .sorted(Comparator.comparingInt(this::group)
                        .thenComparing(Comparator.comparingDouble(this::weight).reversed())
                        .thenComparing(
                                Comparator.comparingDouble(Suspects::score).reversed()))
                .toList();
        return columns.stream()
                .map(column -> drifted.contains(column) ? told(column, drifted.indexOf(column) + 1) : column)
                .toList();
    }

    private FeatureReport told(FeatureReport column, int rank) {
        FeatureReport ranked =
                column.figures(new Figures().putAll(column.figures()).put("rank", rank));
        return group(column) == 1
                ? ranked.because("the model makes little of it: "
                        + Percent.text(importances.share(column.name()).orElse(0)) + " of all importance")
                : ranked;
    }

    private int group(FeatureReport column) {
        if (column.role() != FeatureKey.Role.FEATURE) {
            return 2;
        }
        return importances.matters(column.name()) ? 0 : 1;
    }

    private double weight(FeatureReport column) {
        return score(column) * importances.share(column.name()).orElse(1);
    }

    private static double score(FeatureReport column) {
        return column.figures().get("drift_score").orElse(0);
    }
}
