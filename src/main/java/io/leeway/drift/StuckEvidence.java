package io.leeway.drift;

import io.leeway.statistics.DesignEffect;
import io.leeway.statistics.RateTest;
import io.leeway.statistics.Share;
import java.util.Optional;

/**
 * The share of one value that is repeated.
 *
 * @param value which one; empty where no single value explains what moved: then nothing is found
 * @param valid valid values of the window and of the reference, as counts
 * @param candidates how many values could have been the one: the p-value grows by that factor (Bonferroni)
 * @param effect of the value's share over the reference's windows
 */
record StuckEvidence(Optional<RepeatedValue> value, Valid valid, int candidates, DesignEffect effect)
        implements Evidence {
    /** How many valid values there are on both sides. */
    record Valid(long window, long reference) {
        Valid times(double ofWindow, double ofReference) {
            return new Valid(Math.round(window * ofWindow), Math.round(reference * ofReference));
        }
    }

    @Override
    public Subject subject() {
        return Subject.STUCK;
    }

    @Override
    public Evidence thinned(double ofWindow, double ofReference) {
        return new StuckEvidence(
                value.map(it -> it.thinned(ofWindow, ofReference)),
                valid.times(ofWindow, ofReference),
                candidates,
                effect);
    }

    @Override
    public Optional<String> obstacle() {
        return Evidence.tooFew(valid.window(), valid.reference());
    }

    @Override
    public EvidenceTest test(JudgeSettings settings) {
        Share window = value.map(RepeatedValue::window).orElseGet(() -> new Share(0, valid.window()));
        Share reference = value.map(RepeatedValue::reference).orElseGet(() -> new Share(0, valid.reference()));
        String words = value.map(it -> "are " + Wording.number(it.value())).orElse("are one and the same");
        RateTest test = new RateTest(window, reference, effect, RateTest.Side.RISE, Math.max(1, candidates));
        return new RateChangeTest(Subject.STUCK, words, test, settings.rateTolerance());
    }
}
