package io.leeway.statistics;

/**
 * A confidence interval. Everything in this package gives them at {@value #LEVEL}.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {
    /** The share of samples whose interval holds the truth. */
    public static final double LEVEL = 0.95;

    /** The upper 2.5 % point of the standard normal distribution: {@code scipy.stats.norm.isf(0.025)}. */
    static final double Z = 1.959963984540054;

    /** The part of it that lies in another; both must overlap. */
    public Interval within(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }
}
