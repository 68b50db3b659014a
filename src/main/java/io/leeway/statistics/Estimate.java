package io.leeway.statistics;

/**
 * A figure that was estimated from a sample.
 *
 * @param value a finite number
 * @param bounds how far the truth may be from it
 */
public record Estimate(double value, Bounds bounds) {
    /** The same figure with other bounds. */
    public Estimate with(Bounds others) {
        return new Estimate(value, others);
    }
}
