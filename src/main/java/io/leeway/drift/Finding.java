package io.leeway.drift;

import java.util.function.Supplier;

/**
 * What one test found. Its limit and its sentence are worked out when asked for: of the hundreds of tests of a window few are
 * told of, and a limit costs as much as all else.
 *
 * @param score the evidence in units of its limit; above 1 exactly when {@code drifted}
 * @param qValue the smallest alpha at which the family would reject the test
 * @param limits what was measured, and where drift begins
 * @param sentences both in words
 */
public record Finding(
        Subject subject,
        boolean drifted,
        double score,
        double qValue,
        Supplier<Limit> limits,
        Supplier<String> sentences) {
    /**
     * A measurement beside its limit: a population stability index, or a rate.
     *
     * @param critical where drift begins at this sample size and in this family; for a rate beyond 0 and 1 where nothing is
     *     drift
     */
    public record Limit(double measured, double critical) {}

    /** What was measured, and where drift begins. */
    public Limit limit() {
        return limits.get();
    }

    /** Both in words. */
    public String sentence() {
        return sentences.get();
    }

    public Verdict verdict() {
        return drifted ? Verdict.DRIFTED : Verdict.STABLE;
    }
}
