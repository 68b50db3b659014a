package io.leeway.truth;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.sketch.ExactMoments;
import io.leeway.statistics.Figures;
import io.leeway.statistics.Interval;
import io.leeway.statistics.MeanInterval;
import io.leeway.statistics.Wilson;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects metrics, each with its 95 % interval as {@code _low} and {@code _high} where there is one. */
final class Metrics {
    /** Where any mean can be. */
    static final Interval ANYWHERE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** Where the mean of losses can be. */
    static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);
    /** Where the mean of probabilities can be. */
    static final Interval PROBABILITY = new Interval(0, 1);

    private final Figures figures = new Figures();

    Figures figures() {
        return figures;
    }

    @CanIgnoreReturnValue
    Metrics count(String name, long count) {
        figures.put(name, (double) count);
        return this;
    }

    /** A metric alone. */
    @CanIgnoreReturnValue
    Metrics value(String name, OptionalDouble value) {
        figures.put(name, value);
        return this;
    }

    /** {@code part / whole} and its Wilson interval; nothing for 0/0. */
    @CanIgnoreReturnValue
    Metrics share(String name, long part, long whole) {
        figures.put(name, (double) part / whole);
        return interval(name, Wilson.interval(part, whole));
    }

    /** A mean and its interval by the standard error, as far as it lies where the mean can be. */
    @CanIgnoreReturnValue
    Metrics mean(String name, ExactMoments values, Interval possible) {
        figures.put(name, values.mean());
        return interval(name, MeanInterval.of(values).map(interval -> interval.within(possible)));
    }

    @CanIgnoreReturnValue
    Metrics interval(String name, Optional<Interval> interval) {
        interval.ifPresent(ends -> figures.put(name + "_low", ends.low()).put(name + "_high", ends.high()));
        return this;
    }
}
