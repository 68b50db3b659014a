package io.leeway.statistics;

/**
 * The interval of a difference of two independent estimates from the interval of each: to either side the distances from
 * the estimates to their ends add as squares. G. Y. Zou, A. Donner 2008, doi:10.1002/sim.3095.
 */
public final class Difference {
    private Difference() {}

    /** Of {@code value - other}. */
    public static Interval of(double value, Interval interval, double other, Interval others) {
        double difference = value - other;
        return new Interval(
                difference - Math.hypot(value - interval.low(), others.high() - other),
                difference + Math.hypot(interval.high() - value, other - others.low()));
    }
}
