package io.leeway.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How sure an interval is to hold the truth.
 *
 * @param level the share of samples whose interval holds it, between 0 and 1
 */
public record Confidence(double level) {
    /** That of every interval which is shown. */
    public static final Confidence USUAL = new Confidence(0.95);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence of " + level + " is not between 0 and 1");
        }
    }

    /** Of an interval that misses, on either side together, in this share of samples. */
    public static Confidence missing(double share) {
        return new Confidence(1 - share);
    }

    /** How many standard errors to either side, where the error is known. */
    public double normal() {
        return this.equals(USUAL) ? Interval.Z : NORMAL.inverseSurvivalProbability(tail());
    }

    /** How many standard errors to either side, where the error is an estimate with so many degrees of freedom. */
    public double student(double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail());
    }

    private double tail() {
        return (1 - level) / 2;
    }
}
