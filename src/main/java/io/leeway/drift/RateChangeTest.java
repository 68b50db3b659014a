package io.leeway.drift;

import io.leeway.statistics.RateTest;

/**
 * A rate of a feature against its reference.
 *
 * @param words how a sentence says it of values: "are missing"
 */
record RateChangeTest(Subject subject, String words, RateTest test, double tolerance) implements EvidenceTest {
    @Override
    public double pValue() {
        return test.pValue(tolerance);
    }

    @Override
    public Finding conclude(Ruling ruling) {
        return new Finding(
                subject,
                ruling.rejected(),
                ruling.score(test.score(ruling.level(), tolerance)),
                ruling.qValue(),
                () -> limit(ruling.level()),
                () -> sentence(limit(ruling.level())));
    }

    private Finding.Limit limit(double level) {
        return new Finding.Limit(test.window().rate(), test.criticalRate(level, tolerance));
    }

    private String sentence(Finding.Limit limit) {
        return Wording.percent(limit.measured()) + " of values " + words + ", "
                + Wording.percent(test.reference().rate()) + " " + expectation() + "; " + line(limit.critical())
                + " at n = "
                + Wording.whole(test.window().n());
    }

    private String expectation() {
        return subject == Subject.NEW_CATEGORY ? "expected" : "in the baseline";
    }

    private String line(double limit) {
        return limit < 0 || limit > 1 ? "no share would be drift" : "drift begins at " + Wording.percent(limit);
    }
}
