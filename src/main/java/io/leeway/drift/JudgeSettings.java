package io.leeway.drift;

/**
 * What counts as drift.
 *
 * @param alpha the share of windows that may alarm when nothing changed
 * @param tolerance drift nobody cares about, as a population stability index
 * @param rateTolerance a change of a rate nobody cares about, absolute
 */
public record JudgeSettings(double alpha, double tolerance, double rateTolerance) {
    /** alpha 0.01, tolerance 0.01, rate tolerance 0.005. */
    public static JudgeSettings withDefaults() {
        return new JudgeSettings(0.01, 0.01, 0.005);
    }
}
