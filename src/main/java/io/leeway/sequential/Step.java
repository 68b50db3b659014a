package io.leeway.sequential;

/**
 * What a detector is given at once: the rows of an hour, or a single one.
 *
 * @param n how many rows, at least 1
 * @param sum of their standardised values
 */
public record Step(long n, double sum) {
    public Step {
        if (n < 1 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException("a step of " + n + " rows with the sum " + sum);
        }
    }

    /** A single row. */
    public static Step of(double value) {
        return new Step(1, value);
    }

    /** The value of the step: as standardised as that of each of its rows, {@code sum / sqrt(n)}. */
    double value() {
        return sum / Math.sqrt((double) n);
    }
}
