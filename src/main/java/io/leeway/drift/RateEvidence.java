package io.leeway.drift;

import io.leeway.statistics.DesignEffect;
import io.leeway.statistics.RateTest;
import io.leeway.statistics.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A share of a window's rows beside the same share of the reference's.
 *
 * @param effect by how much the rate scatters between windows beyond chance
 */
public record RateEvidence(Subject subject, Share window, Share reference, DesignEffect effect) implements Evidence {
    /**
     * How a rate scatters between windows of a reference; those with too few rows say nothing. It depends on the reference
     * alone, so it is computed once per reference and window size.
     *
     * @param windows empty where the reference has no time stamps
     */
    public static DesignEffect effectOver(List<Share> windows) {
        return DesignEffect.over(Evidence.enough(windows));
    }

    /**
     * Rows without a value, which may become more or fewer.
     *
     * @param effect of the same share over the reference's windows, see {@link #effectOver}
     */
    public static RateEvidence missing(Share window, Share reference, DesignEffect effect) {
        return new RateEvidence(whatOfMissing(window, reference), window, reference, effect);
    }

    /** A feature may come and go as a whole: the same test, with another name. */
    private static Subject whatOfMissing(Share window, Share reference) {
        boolean gone = window.count() == window.n();
        boolean neverThere = reference.count() == reference.n();
        if (gone == neverThere) {
            return Subject.MISSING;
        }
        return gone ? Subject.VANISHED : Subject.APPEARED;
    }

    /** Rows with a value of another kind than the feature's. */
    public static RateEvidence wrongType(Share window, Share reference, DesignEffect effect) {
        return new RateEvidence(Subject.WRONG_TYPE, window, reference, effect);
    }

    /**
     * Values below the baseline's least.
     *
     * @param window out of the valid values
     * @param reference the same share of the reference: none where it is the baseline itself
     * @param tails of the share of values below the reference's 1 % quantile, over its windows: extremes have too few
     *     values to show how they cluster, tails do not
     */
    public static RateEvidence belowRange(Share window, Share reference, DesignEffect tails) {
        return new RateEvidence(Subject.BELOW_RANGE, window, reference, tails);
    }

    /** Values above the baseline's greatest; {@code tails} lie above its 99 % quantile. */
    public static RateEvidence aboveRange(Share window, Share reference, DesignEffect tails) {
        return new RateEvidence(Subject.ABOVE_RANGE, window, reference, tails);
    }

    /**
     * Values in categories with a reference count of 0. Some are to be expected when nothing changed, as many as the
     * reference has values in categories seen once (Good 1953, doi:10.1093/biomet/40.3-4.237). Measured with 50 to 10,000
     * Zipf categories, 500 to 5,000 reference rows, windows of 200 to 1e6: at most 0.7 % false alarms at a nominal 1 %.
     */
    public static RateEvidence newCategories(long[] reference, long[] window) {
        long n = Arrays.stream(window).sum();
        long unseen = IntStream.range(0, window.length)
                .filter(category -> reference[category] == 0)
                .mapToLong(category -> window[category])
                .sum();
        long singletons = seen(reference, 1);
        Share expected = new Share(singletons, Arrays.stream(reference).sum());
        DesignEffect effect = DesignEffect.ofUnseen(singletons, seen(reference, 2));
        return new RateEvidence(Subject.NEW_CATEGORY, new Share(unseen, n), expected, effect);
    }

    @Override
    public Evidence thinned(double ofWindow, double ofReference) {
        return new RateEvidence(subject, window.times(ofWindow), reference.times(ofReference), effect);
    }

    @Override
    public Optional<String> obstacle() {
        return Evidence.tooFew(window.n(), reference.n());
    }

    @Override
    public EvidenceTest test(JudgeSettings settings) {
        RateTest test = switch (subject) {
            case MISSING, VANISHED, APPEARED -> RateTest.ofChange(window, reference, effect);
            case BELOW_RANGE, ABOVE_RANGE -> RateTest.ofOneRiseOfTwo(window, reference, effect);
            case WRONG_TYPE, NEW_CATEGORY -> RateTest.ofRise(window, reference, effect);
            case VALUES, STUCK, VOLUME -> throw new IllegalStateException(subject + " is no such rate");
        };
        return new RateChangeTest(subject, subject.words(), test, settings.rateTolerance());
    }

    private static long seen(long[] reference, long times) {
        return Arrays.stream(reference).filter(count -> count == times).count();
    }
}
