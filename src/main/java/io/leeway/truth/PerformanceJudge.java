package io.leeway.truth;

import io.leeway.catalog.Metrics;
import io.leeway.catalog.Tolerance;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Compares what labels say of a window with the baseline, metric by metric. Of several metrics each is asked for more
 * confidence, so that all of them together alarm in a share of at most {@code alpha} of the windows in which nothing is
 * worse than tolerated (Bonferroni).
 *
 * <p>A window is judged twice at most: when enough of its labels are first known, and when they are final. Judging it anew
 * with every label that comes would find something sooner or later. Each of two looks has half of alpha; a window whose
 * labels are final when it is first judged has all of it, for how often one looks follows from when labels come and not from
 * what they say. The final verdict stands, whatever labels still come.
 *
 * @param tolerances by metric; only these are judged
 * @param alpha the share of windows that may alarm by chance
 */
public record PerformanceJudge(Map<String, Tolerance> tolerances, double alpha) {
    public PerformanceJudge {
        tolerances = Map.copyOf(tolerances);
    }

    /**
     * Judges a window.
     *
     * @param baseline metrics of the baseline with their intervals; empty where it has no labels
     * @param before what was said of the window last
     */
    public PerformanceVerdict judge(
            Maturity maturity, Performance window, Figures baseline, PerformanceVerdict before) {
        if (maturity != Maturity.OPEN && stands(before, maturity)) {
            return before;
        }
        return switch (maturity) {
            case OPEN -> PerformanceVerdict.undecided(maturity, "the window is open");
            case SPARSE ->
                PerformanceVerdict.undecided(maturity, "fewer labels are known than min_label_coverage asks for");
            case PROVISIONAL -> PerformanceVerdict.of(maturity, verdicts(window, baseline, alpha / 2));
            case FINAL ->
                PerformanceVerdict.of(maturity, verdicts(window, baseline, isJudged(before) ? alpha / 2 : alpha));
        };
    }

    /** Whether nothing new is said of a window: no more looks than were planned. */
    private static boolean stands(PerformanceVerdict before, Maturity maturity) {
        return isJudged(before) && (before.maturity() == Maturity.FINAL || maturity != Maturity.FINAL);
    }

    private static boolean isJudged(PerformanceVerdict verdict) {
        return !verdict.metrics().isEmpty();
    }

    private List<MetricVerdict> verdicts(Performance window, Figures baseline, double room) {
        Confidence confidence = Confidence.missing(room / Math.max(1, tolerances.size()));
        List<MetricVerdict> verdicts = new ArrayList<>();
        new TreeMap<>(tolerances)
                .forEach((name, tolerance) -> Metrics.named(name).ifPresent(metric -> {
                    OptionalDouble reference = baseline.get(name);
                    Optional<Estimate> measured = window.get(name).filter(each -> Double.isFinite(each.value()));
                    if (reference.isPresent() && measured.isPresent()) {
                        ToleranceTest test = new ToleranceTest(metric, tolerance, confidence);
                        verdicts.add(test.judge(measured.get(), BaselineMetric.of(name, baseline)));
                    }
                }));
        return verdicts;
    }
}
