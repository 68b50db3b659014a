package io.leeway.catalog;

/**
 * How much worse than its baseline a performance metric may be before anyone is told.
 *
 * @param amount not negative; a share of the baseline value when {@code relative}
 */
public record Tolerance(double amount, boolean relative) {
    /** The tolerated difference to a baseline value, in the metric's own unit. */
    public double around(double baseline) {
        return relative ? amount * Math.abs(baseline) : amount;
    }
}
