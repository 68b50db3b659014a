package io.leeway.statistics;

/**
 * A confidence interval, at {@value #LEVEL} where nothing else is said.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {
    /** The share of samples whose interval holds the truth. */
    public static final double LEVEL = 0.95;

    /** The upper 2.5 % point of the standard normal distribution: {@code scipy.stats.norm.isf(0.025)}. */
    static final double Z = 1.959963984540054;

    /** Whether a value lies in it, its ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** The least interval that holds both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The part of it that lies in another; both must overlap. */
    public Interval within(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }
}
