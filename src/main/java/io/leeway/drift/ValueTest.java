package io.leeway.drift;

import io.leeway.statistics.PsiTest;
import java.util.function.Supplier;

/**
 * The values of a feature against its reference.
 *
 * @param n valid values of the window
 * @param noiseKnown whether the reference shows how much its windows differ anyway
 * @param moved which bins gained, in words; empty where they have no names
 */
record ValueTest(long n, boolean noiseKnown, PsiTest test, Supplier<String> moved) implements EvidenceTest {
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
                () -> new Finding.Limit(test.psi(), limit),
                () -> sentence(limit, ruling.rejected()));
    }

    private String sentence(double limit, boolean drifted) {
        return "psi " + Wording.against(test.psi(), limit) + " at n = " + Wording.whole(n)
                + (drifted ? Wording.clause(moved.get()) : "")
                + (noiseKnown ? "" : "; own noise unknown");
    }
}
