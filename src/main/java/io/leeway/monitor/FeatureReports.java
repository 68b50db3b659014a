package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Importances;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.FeatureFigures;
import io.leeway.drift.FeatureVerdict;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.MovedBin;
import io.leeway.drift.Verdict;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The features of a window against one reference, and behind them the number of its rows where the reference tells it. */
final class FeatureReports {
    private final Model model;
    private final Profile window;
    private final Comparisons comparisons;
    private final double alpha;
    private final Importances importances;

    /**
     * The features of a window.
     *
     * @param alpha the share of such windows that may alarm when nothing changed
     */
    FeatureReports(Model model, Profile window, Comparisons comparisons, double alpha) {
        this.model = model;
        this.window = window;
        this.comparisons = comparisons;
        this.alpha = alpha;
        this.importances = Importances.of(model.settings());
    }

    /**
     * All tests against a reference, judged as one family.
     *
     * @param withVolume whether the number of rows is judged too: not that of a single version, which comes and goes
     */
    List<FeatureReport> judged(Watched reference, boolean withVolume) {
        boolean volume = withVolume && reference.comparison().tellsVolume();
        Compared compared = comparisons.of(window, reference);
        List<FeatureEvidence> evidence = new ArrayList<>(compared.evidence());
        if (volume) {
            evidence.add(reference.comparison().volume(window));
        }
        List<FeatureVerdict> verdicts = judge().judge(evidence);
        List<FeatureReport> reports = reports(compared.figures(), verdicts, moved(evidence, verdicts));
        if (volume) {
            reports.add(volume(reference, verdicts.get(reports.size())));
        }
        return new Suspects(importances).ranked(reports);
    }

    /**
     * Figures without a verdict.
     *
     * @param reference empty where there is nothing to compare with
     */
    List<FeatureReport> undecided(Optional<Watched> reference, String reason) {
        return reports(
                figures(reference),
                Columns.of(model).keySet().stream()
                        .map(column -> FeatureVerdict.undecided(column.name(), reason))
                        .toList(),
                List.of());
    }

    private Judge judge() {
        ModelSettings settings = model.settings();
        return new Judge(new JudgeSettings(alpha, settings.tolerance(), settings.rateTolerance()));
    }

    /** Where the values of those features went whose values have drifted, in the order of the verdicts. */
    private static List<List<MovedBin>> moved(List<FeatureEvidence> evidence, List<FeatureVerdict> verdicts) {
        List<List<MovedBin>> moved = new ArrayList<>();
        for (int feature = 0; feature < verdicts.size(); feature++) {
            moved.add(
                    verdicts.get(feature).valueVerdict() == Verdict.DRIFTED
                            ? evidence.get(feature).moved()
                            : List.of());
        }
        return moved;
    }

    private List<Figures> figures(Optional<Watched> reference) {
        return reference
                .map(it -> comparisons.of(window, it).figures())
                .orElseGet(() -> Columns.of(model).entrySet().stream()
                        .map(column -> FeatureFigures.alone(window, column.getKey(), column.getValue()))
                        .toList());
    }

    private List<FeatureReport> reports(
            List<Figures> figures, List<FeatureVerdict> verdicts, List<List<MovedBin>> moved) {
        List<FeatureReport> reports = new ArrayList<>();
        Columns.of(model).forEach((column, kind) -> {
            int at = reports.size();
            FeatureReport report = report(column, kind, figures.get(at), verdicts.get(at));
            reports.add(moved.isEmpty() ? report : report.moved(moved.get(at)));
        });
        return reports;
    }

    private FeatureReport volume(Watched reference, FeatureVerdict verdict) {
        Figures figures = new Figures().put("expected", reference.comparison().usualVolume());
        return report(FeatureKey.VOLUME, FeatureKind.NUMERIC, figures, verdict);
    }

    private FeatureReport report(FeatureKey column, FeatureKind kind, Figures figures, FeatureVerdict verdict) {
        return new FeatureReport(
                column.name(),
                column.role(),
                kind,
                window.rows(),
                valid(column, kind),
                new Figures().putAll(figures).putAll(verdict.figures()).put("importance", importance(column)),
                new FeatureReport.Rates(verdict.rateVerdict(), verdict.rateScore()),
                verdict.verdict(),
                verdict.reason(),
                List.of());
    }

    private OptionalDouble importance(FeatureKey column) {
        return column.role() == FeatureKey.Role.FEATURE ? importances.share(column.name()) : OptionalDouble.empty();
    }

    private long valid(FeatureKey column, FeatureKind kind) {
        if (column.role() == FeatureKey.Role.VOLUME) {
            return window.rows();
        }
        return kind == FeatureKind.NUMERIC
                ? window.numeric(column).valid()
                : window.categorical(column).valid();
    }
}
