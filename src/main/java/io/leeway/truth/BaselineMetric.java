package io.leeway.truth;

import io.leeway.statistics.Bounds;
import io.leeway.statistics.Confidence;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import io.leeway.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric of a baseline as it is kept: its value and its interval at the usual confidence. At another confidence each side
 * reaches as many times as far as the normal law does, which is right in the limit of many rows.
 */
final class BaselineMetric {
    private BaselineMetric() {}

    static Estimate of(String name, Figures figures) {
        double value = figures.get(name).orElseThrow();
        OptionalDouble low = figures.get(name + "_low");
        OptionalDouble high = figures.get(name + "_high");
        Bounds bounds = low.isPresent() && high.isPresent()
                ? confidence -> Optional.of(stretched(value, low.getAsDouble(), high.getAsDouble(), confidence))
                : Bounds.NONE;
        return new Estimate(value, bounds);
    }

    private static Interval stretched(double value, double low, double high, Confidence confidence) {
        double times = confidence.normal() / Confidence.USUAL.normal();
        return new Interval(value - times * (value - low), value + times * (high - value));
    }
}
