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
        double limit = test.criticalRate(ruling.level(), tolerance);
        double rate = test.window().rate();
        return new Finding(
                subject,
                ruling.rejected(),
                ruling.score(test.score(ruling.level(), tolerance)),
                ruling.qValue(),
                new Finding.Limit(rate, limit),
                sentence(rate, limit));
    }

    private String sentence(double rate, double limit) {
        return Wording.percent(rate) + " of values " + words + ", "
                + Wording.percent(test.reference().rate()) + " " + expectation() + "; " + line(limit) + " at n = "
                + Wording.whole(test.window().n());
    }

    private String expectation() {
        return subject == Subject.NEW_CATEGORY ? "expected" : "in the baseline";
    }

    private String line(double limit) {
        return limit < 0 || limit > 1 ? "no share would be drift" : "drift begins at " + Wording.percent(limit);
    }
}
