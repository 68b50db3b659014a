package io.leeway.drift;

import io.leeway.statistics.PsiTest;

/**
 * The values of a feature against its reference.
 *
 * @param n valid values of the window
 * @param noiseKnown whether the reference shows how much its windows differ anyway
 */
record ValueTest(long n, boolean noiseKnown, PsiTest test) implements EvidenceTest {
    @Override
    public double pValue() {
        return test.pValue();
    }

    @Override
    public Finding conclude(Ruling ruling) {
        double limit = test.critical(ruling.level());
        return new Finding(
                Subject.VALUES,
                ruling.rejected(),
                ruling.score(test.psi() / limit),
                ruling.qValue(),
                new Finding.Limit(test.psi(), limit),
                sentence(limit));
    }

    private String sentence(double limit) {
        return "psi " + Wording.against(test.psi(), limit) + " at n = " + Wording.whole(n)
                + (noiseKnown ? "" : "; own noise unknown");
    }
}
