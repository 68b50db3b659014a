package io.leeway.truth;

import io.leeway.catalog.Goal;
import io.leeway.catalog.Metric;
import io.leeway.catalog.Tolerance;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Difference;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Interval;
import java.util.Optional;

/**
 * Whether a metric is worse than on the baseline by more than is tolerated: the interval of the difference, which holds the
 * errors of both, must leave out everything that is tolerated.
 *
 * @param confidence of the interval
 */
public record ToleranceTest(Metric metric, Tolerance tolerance, Confidence confidence) {
    /** Tells how a window stands to its baseline. */
    public MetricVerdict judge(Estimate window, Estimate baseline) {
        Optional<Interval> own = window.bounds().at(confidence);
        if (own.isEmpty()) {
            return verdict(Standing.UNDECIDED, window, baseline, "there is too little to tell how far chance reaches");
        }
        Interval others = baseline.bounds().at(confidence).orElse(new Interval(baseline.value(), baseline.value()));
        Interval difference = Difference.of(window.value(), own.get(), baseline.value(), others);
        double tolerated = tolerance.around(baseline.value());
        if (lower(difference, tolerated) || higher(difference, tolerated)) {
            return verdict(Standing.DEGRADED, window, baseline, beyond(difference, tolerated));
        }
        return verdict(Standing.STABLE, window, baseline, "not surely worse by more than " + Wording.number(tolerated));
    }

    private boolean lower(Interval difference, double tolerated) {
        return metric.goal() != Goal.LOWER && difference.high() < -tolerated;
    }

    private boolean higher(Interval difference, double tolerated) {
        return metric.goal() != Goal.HIGHER && difference.low() > tolerated;
    }

    private String beyond(Interval difference, double tolerated) {
        boolean lower = difference.high() < 0;
        double least = lower ? -difference.high() : difference.low();
        return (lower ? "lower" : "higher") + " by at least " + Wording.number(least) + " with "
                + Wording.percent(confidence.level()) + " confidence, and " + Wording.number(tolerated)
                + " is tolerated";
    }

    private MetricVerdict verdict(Standing standing, Estimate window, Estimate baseline, String found) {
        String sentence = metric.name() + " " + Wording.number(window.value()) + " against "
                + Wording.number(baseline.value()) + " on the baseline: " + found;
        return new MetricVerdict(metric.name(), standing, window.value(), baseline.value(), sentence);
    }
}
