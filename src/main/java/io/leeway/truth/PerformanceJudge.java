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
 * with every label that comes would find something sooner or later. The first look has a tenth of alpha and the last one the
 * rest, about what the spending function of O'Brien and Fleming gives a look at six tenths of the labels (Lan, DeMets 1983,
 * doi:10.1093/biomet/70.3.659): what a first look misses the last one may find. The few labels behind that revise the last
 * verdict, which so says the same in whatever order rows and labels came.
 *
 * @param tolerances by metric; only these are judged
 * @param alpha the share of windows that may alarm by chance
 */
public record PerformanceJudge(Map<String, Tolerance> tolerances, double alpha) {
    private static final double OF_THE_FIRST_LOOK = 0.1;

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
            case PROVISIONAL -> PerformanceVerdict.of(maturity, verdicts(window, baseline, alpha * OF_THE_FIRST_LOOK));
            case FINAL -> PerformanceVerdict.of(maturity, verdicts(window, baseline, alpha * (1 - OF_THE_FIRST_LOOK)));
        };
    }

    /** Whether what was first found is not looked at again yet. */
    private static boolean stands(PerformanceVerdict before, Maturity maturity) {
        return before.maturity() == Maturity.PROVISIONAL && !before.metrics().isEmpty() && maturity != Maturity.FINAL;
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
