package io.leeway.drift;

/**
 * What one test found.
 *
 * @param score the evidence in units of its limit; above 1 exactly when {@code drifted}
 * @param qValue the smallest alpha at which the family would reject the test
 * @param limit what was measured, and where drift begins
 * @param sentence both in words
 */
public record Finding(Subject subject, boolean drifted, double score, double qValue, Limit limit, String sentence) {
    /**
     * A measurement beside its limit: a population stability index, or a rate.
     *
     * @param critical where drift begins at this sample size and in this family; for a rate beyond 0 and 1 where nothing is
     *     drift
     */
    public record Limit(double measured, double critical) {}

    public Verdict verdict() {
        return drifted ? Verdict.DRIFTED : Verdict.STABLE;
    }
}
