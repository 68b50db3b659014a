package io.leeway.truth;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.sketch.ExactMoments;
import io.leeway.statistics.Bounds;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Interval;
import io.leeway.statistics.MeanInterval;
import io.leeway.statistics.Wilson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Collects metrics, each with its bounds where there are some. One that is not a finite number is left out. */
final class Metrics {
    /** Where any mean can be. */
    static final Interval ANYWHERE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** Where the mean of losses can be. */
    static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);
    /** Where the mean of probabilities can be. */
    static final Interval PROBABILITY = new Interval(0, 1);

    private final Map<String, Estimate> metrics = new LinkedHashMap<>();

    Performance performance() {
        return new Performance(metrics);
    }

    @CanIgnoreReturnValue
    Metrics count(String name, long count) {
        return value(name, OptionalDouble.of((double) count));
    }

    /** A metric of which nothing is known but its value. */
    @CanIgnoreReturnValue
    Metrics value(String name, OptionalDouble value) {
        return value(name, value, Bounds.NONE);
    }

    @CanIgnoreReturnValue
    Metrics value(String name, OptionalDouble value, Bounds bounds) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            metrics.put(name, new Estimate(value.getAsDouble(), bounds));
        }
        return this;
    }

    @CanIgnoreReturnValue
    Metrics estimate(String name, Estimate estimate) {
        return value(name, OptionalDouble.of(estimate.value()), estimate.bounds());
    }

    /** {@code part / whole} and its Wilson interval; nothing for 0/0. */
    @CanIgnoreReturnValue
    Metrics share(String name, long part, long whole) {
        return value(name, OptionalDouble.of((double) part / whole), Wilson.bounds(part, whole));
    }

    /** A mean and its interval by the standard error, as far as it lies where the mean can be. */
    @CanIgnoreReturnValue
    Metrics mean(String name, ExactMoments values, Interval possible) {
        return value(name, values.mean(), MeanInterval.bounds(values).within(possible));
    }

    /** The mean of all values but those of a part, without bounds. */
    @CanIgnoreReturnValue
    Metrics meanWithout(String name, ExactMoments values, ExactMoments part) {
        return value(name, OptionalDouble.of((values.sum() - part.sum()) / (values.n() - part.n())));
    }
}
