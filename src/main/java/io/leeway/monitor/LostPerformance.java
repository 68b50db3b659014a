package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.cause.LossReport;
import io.leeway.cause.LossSum;
import io.leeway.cause.Measure;
import io.leeway.cause.Part;
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
        return side(report.key(), report, baseline)
                .map(whole -> parts(report, whole))
                .orElseGet(List::of);
    }

    private List<Part> parts(WindowReport report, Side whole) {
        Set<Measure> measures = measures(report, whole);
        List<Part> parts = new ArrayList<>();
        if (!measures.isEmpty()) {
            whole.baseline().segments().byFeature().values().stream()
                    .flatMap(List::stream)
                    .forEach(name -> segment(name, report, whole)
                            .ifPresent(segment ->
                                    measures.forEach(measure -> parts.add(segment.partOf(whole, name, measure)))));
        }
        parts.addAll(whole.ranges());
        return parts;
    }

    /** What got worse and is a mean over rows; nothing of a task that has no such metric. */
    private static Set<Measure> measures(WindowReport report, Side whole) {
        return report.verdict().metrics().stream()
                .filter(metric -> metric.standing() == Standing.DEGRADED)
                .map(MetricVerdict::metric)
                .map(metric -> Measure.of(metric, whole.tally().task()))
                .filter(measure -> measure.of(whole.tally()).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Side> segment(String name, WindowReport report, Side whole) {
        WindowKey key = report.key().of(name);
        return side(key, report, baselines.part(key, whole.baseline()));
    }

    private Optional<Side> side(WindowKey key, WindowReport report, ModelBaseline baseline) {
        return sums.tally(key, report.end()).map(tally -> new Side(tally, baseline));
    }

    /** The labelled rows of a window, of the whole or a segment, beside those of the baseline. */
    private record Side(Tally tally, ModelBaseline baseline) {
        Part partOf(Side whole, String name, Measure measure) {
            return new Part(
                    name,
                    measure,
                    Part.Sides.of(now(measure), whole.now(measure)),
                    Part.Sides.of(before(measure), whole.before(measure)));
        }

        List<Part> ranges() {
            return tally instanceof BinaryTally binary
                    ? baseline.ranges().map(it -> it.parts(binary)).orElseGet(List::of)
                    : List.of();
        }

        private LossSum now(Measure measure) {
            return measure.of(tally).orElse(LossSum.NONE);
        }

        private LossSum before(Measure measure) {
            return measure.ofBaseline(baseline.performance(), baseline.level()).orElse(LossSum.NONE);
        }
    }
}
