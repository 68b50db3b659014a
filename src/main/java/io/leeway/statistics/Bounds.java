package io.leeway.statistics;

import java.util.Optional;
import java.util.function.Function;

/** The interval around an estimate, at any confidence. */
@FunctionalInterface
public interface Bounds {
    /** Where there is none. */
    Bounds NONE = confidence -> Optional.empty();

    /** The interval at a confidence; absent where the sample says nothing of the error. */
    Optional<Interval> at(Confidence confidence);

    /**
     * Those of a value with a normal law on a scale; none where the error is no number or the value lies at an end of the
     * scale.
     */
    static Bounds normal(Scale scale, double value, double standardError) {
        return scale.holds(value) && standardError >= 0 && Double.isFinite(standardError)
                ? confidence -> Optional.of(scale.around(value, confidence.normal() * standardError))
                : NONE;
    }

    /** The same, as far as it lies where the figure can be. */
    default Bounds within(Interval possible) {
        return confidence -> at(confidence).map(interval -> interval.within(possible));
    }

    /** The same, carried over by an increasing function. */
    default Bounds through(Function<Double, Double> increasing) {
        return confidence -> at(confidence)
                .map(interval -> new Interval(increasing.apply(interval.low()), increasing.apply(interval.high())));
    }

    /** The same, each end so many times as far from a value of a share. */
    default Bounds stretched(double value, double times) {
        return confidence -> at(confidence)
                .map(interval -> new Interval(
                        Math.max(0, value - times * (value - interval.low())),
                        Math.min(1, value + times * (interval.high() - value))));
    }

    /** At either end the wider of two; the one that exists where the other does not. */
    default Bounds orWider(Bounds other) {
        return confidence -> {
            Optional<Interval> own = at(confidence);
            Optional<Interval> others = other.at(confidence);
            return own.isPresent() && others.isPresent()
                    ? Optional.of(own.get().hull(others.get()))
                    : own.or(() -> others);
        };
    }
}
