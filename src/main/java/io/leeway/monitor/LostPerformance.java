package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.cause.LossReport;
import io.leeway.cause.LossSum;
import io.leeway.cause.Measure;
import io.leeway.cause.Part;
import io.leeway.cause.ScoreRanges;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.MetricVerdict;
import io.leeway.truth.Standing;
import io.leeway.truth.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the segments and score ranges of a window of the whole in which most of its performance was lost. */
final class LostPerformance {
    private final Model model;
    private final Baselines baselines;
    private final WindowSums sums;

    LostPerformance(Model model, Baselines baselines, WindowSums sums) {
        this.model = model;
        this.baselines = baselines;
        this.sums = sums;
    }

    /**
     * A report with what explains its loss, in its insights and in the reason of its verdict; as it is where nothing was lost.
     *
     * @param before what was said of the window last: a verdict that stands keeps its words
     */
    WindowReport explained(WindowReport report, Moment before, Optional<ModelBaseline> baseline) {
        if (!report.key().isOfWhole() || report.verdict().standing() != Standing.DEGRADED || baseline.isEmpty()) {
            return report;
        }
        LossReport losses =
                LossReport.of(parts(report, baseline.get()), model.settings().familyAlpha());
        if (losses.candidates() == 0) {
            return report;
        }
        WindowReport told = report.with(report.insights().lost(losses));
        return before.stands(report.verdict(), baseline)
                ? told
                : told.judged(report.verdict().remarked(losses.sentence()), report.estimate());
    }

    private List<Part> parts(WindowReport report, ModelBaseline baseline) {
        Optional<Tally> whole = tally(report.key(), report);
        List<Part> parts = new ArrayList<>();
        if (whole.isPresent()) {
            for (Measure measure : measures(report, whole.get())) {
                measure.of(whole.get()).ifPresent(sum -> parts.addAll(segments(report, baseline, measure, sum)));
            }
            parts.addAll(ranges(whole.get(), baseline.ranges()));
        }
        return parts;
    }

    private static Set<Measure> measures(WindowReport report, Tally tally) {
        return report.verdict().metrics().stream()
                .filter(metric -> metric.standing() == Standing.DEGRADED)
                .map(MetricVerdict::metric)
                .map(metric -> Measure.of(metric, tally.task()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Part> ranges(Tally whole, Optional<ScoreRanges> ranges) {
        return whole instanceof BinaryTally binary
                ? ranges.map(it -> it.parts(binary)).orElseGet(List::of)
                : List.of();
    }

    private List<Part> segments(WindowReport report, ModelBaseline baseline, Measure measure, LossSum whole) {
        LossSum wholeBefore = before(baseline, measure);
        List<Part> parts = new ArrayList<>();
        baseline.segments().byFeature().values().stream().flatMap(List::stream).forEach(segment -> {
            WindowKey key = report.key().of(segment);
            LossSum before = before(baselines.part(key, baseline), measure);
            tally(key, report)
                    .flatMap(measure::of)
                    .map(sum ->
                            new Part(segment, measure, Part.Sides.of(sum, whole), Part.Sides.of(before, wholeBefore)))
                    .ifPresent(parts::add);
        });
        return parts;
    }

    private static LossSum before(ModelBaseline baseline, Measure measure) {
        return measure.ofBaseline(baseline.performance(), baseline.level()).orElse(LossSum.NONE);
    }

    private Optional<Tally> tally(WindowKey key, WindowReport report) {
        return sums.sum(key, report.end()).tally();
    }
}
