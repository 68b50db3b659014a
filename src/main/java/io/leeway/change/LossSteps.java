package io.leeway.change;

import io.leeway.sequential.Calibrated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The days of a stream as steps, each with how far the days before it scattered: learned from the median distance of
 * neighbours, which one jump does not move (W. A. Shewhart's chart of individual values with the median moving range). What
 * is usual for the stream so needs no reference with times. The first steps share what they teach together.
 */
final class LossSteps {
    /** The median of the distance of two independent normal values: {@code sqrt(2)} times that of the half-normal. */
    private static final double MEDIAN_RANGE = 0.9538725524177;

    private LossSteps() {}

    /** The steps of some days; days behind the last whole step wait for more. None before enough have been learned from. */
    static List<LossStep> of(LossLevel level, List<LossDay> days) {
        List<LossStep> steps = whole(level, days);
        if (steps.size() < Calibrated.LEARNING) {
            return List.of();
        }
        double[] ranges = ranges(level, steps);
        List<LossStep> scaled = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int known = Math.max(Calibrated.LEARNING, i) - 1;
            scaled.add(steps.get(i).scaled(Math.max(1, median(ranges, known) / MEDIAN_RANGE)));
        }
        return scaled;
    }

    private static List<LossStep> whole(LossLevel level, List<LossDay> days) {
        List<LossStep> steps = new ArrayList<>();
        boolean begun = false;
        LossStep step = new LossStep(Instant.EPOCH, Instant.EPOCH, 0, 0, 1);
        for (LossDay day : days) {
            step = begun ? step.with(day) : new LossStep(day.start(), day.end(), day.n(), day.loss(), 1);
            begun = step.n() < level.fewest();
            if (!begun) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static double[] ranges(LossLevel level, List<LossStep> steps) {
        double[] ranges = new double[steps.size() - 1];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = Math.abs(steps.get(i + 1).value(level, 0) - steps.get(i).value(level, 0));
        }
        return ranges;
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
