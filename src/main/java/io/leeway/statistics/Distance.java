package io.leeway.statistics;

/**
 * How far a sample lies from another: a sum of squares whose law under no change is that of {@code samplingNoise} times a
 * chi-squared variable.
 *
 * @param degrees of freedom, at least 1
 * @param samplingNoise {@code 1/n + 1/m}
 */
public record Distance(double value, int degrees, double samplingNoise) {
    double perDegree() {
        return value / degrees;
    }
}
