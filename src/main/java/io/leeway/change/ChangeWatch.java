package io.leeway.change;

import io.leeway.sequential.Calibrated;
import io.leeway.sequential.ChangePoint;
import io.leeway.sequential.Detector;
import io.leeway.sequential.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shows the days of a stream to the detectors. Only a rise by more than is tolerated counts: an alarm over less makes its
 * detector begin anew, and nobody is told. Detectors begin anew behind every alarm.
 *
 * @param level what the baseline lost by a row
 * @param tolerance a rise of the mean loss nobody cares about
 */
public record ChangeWatch(LossLevel level, double tolerance) {
    /** What some days say; a function of those days alone. */
    public Findings look(List<LossDay> days) {
        List<LossStep> steps = LossSteps.of(level, days);
        List<Change> changes = detectors().stream()
                .flatMap(detector -> changes(detector, steps).stream())
                .sorted(Comparator.comparing(Change::found).thenComparing(Change::detector))
                .toList();
        return new Findings(
                steps.stream().skip(Calibrated.LEARNING - 1).findFirst().map(LossStep::end), changes);
    }

    /**
     * What some days say.
     *
     * @param learned the end of the day behind which detectors can say anything; empty before
     * @param changes in the order in which they were found
     */
    public record Findings(Optional<Instant> learned, List<Change> changes) {
        public Findings {
            changes = List.copyOf(changes);
        }
    }

    /** Those that can watch such a stream. */
    public List<Calibrated> detectors() {
        return Arrays.stream(Calibrated.values())
                .filter(detector -> level.isShare() || detector != Calibrated.DDM)
                .toList();
    }

    private List<Change> changes(Calibrated kind, List<LossStep> steps) {
        List<Change> changes = new ArrayList<>();
        Detector detector = kind.detector();
        int begin = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (detector.add(step(kind, steps.get(i)))) {
                Change change = change(kind, steps.subList(begin, i + 1));
                if (change.after() - change.before() > tolerance) {
                    changes.add(change);
                }
                detector = kind.detector();
                begin = i + 1;
            }
        }
        return changes;
    }

    private Step step(Calibrated kind, LossStep step) {
        return kind == Calibrated.DDM ? step.asRows() : Step.of(step.value(level, above(kind)));
    }

    /** Against the baseline a rise begins where what is tolerated, and what the baseline may be wrong by, ends. */
    private double above(Calibrated kind) {
        return kind == Calibrated.CUSUM ? Math.max(tolerance, level.uncertainty()) : 0;
    }

    private Change change(Calibrated kind, List<LossStep> steps) {
        double[] values = steps.stream()
                .mapToDouble(step -> step.value(level, above(kind)))
                .toArray();
        double centre =
                kind == Calibrated.CUSUM ? 0 : Arrays.stream(values).average().orElse(0);
        int first = ChangePoint.ofRise(values, centre);
        double before = kind == Calibrated.CUSUM || first == 0 ? level.mean() : mean(steps.subList(0, first));
        LossStep last = steps.get(steps.size() - 1);
        return new Change(kind, last.end(), steps.get(first).start(), before, mean(steps.subList(first, steps.size())));
    }

    private static double mean(List<LossStep> steps) {
        double loss = steps.stream().mapToDouble(LossStep::loss).sum();
        return loss / steps.stream().mapToLong(LossStep::n).sum();
    }
}
