package io.leeway.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The exact test of a rate that rose from the reference to the window: given how many rows carry the mark in both, the
 * window's number is hypergeometric when nothing changed (Fisher's exact test, one-sided: R. A.
 * Fisher 1935, doi:10.2307/2342435). A tolerated rise is taken off the
 * window's count first; counts are divided by their design effects and rounded against a finding; a design effect learned
 * from few windows widens the law as Student's does the normal. A fall is the rise of the complement.
 *
 * <p>For marks that begin where the reference ends (below its least value, above its greatest) a reference count of 0 is
 * exact too: of m + n values in any order, the x least all stand in the window with just this probability.
 *
 * @param side which way the rate moved
 * @param tails by how much a p-value grows for having looked in so many directions: 1 or 2
 */
public record RateTest(Share window, Share reference, DesignEffect effect, Side side, int tails) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Which way a rate moved. */
    public enum Side {
        RISE,
        FALL
    }

    /** Looks for a rise only. */
    public static RateTest ofRise(Share window, Share reference, DesignEffect effect) {
        return new RateTest(window, reference, effect, Side.RISE, 1);
    }

    /** Looks for a rise which is one of two that were looked for: its p-value is doubled. */
    public static RateTest ofOneRiseOfTwo(Share window, Share reference, DesignEffect effect) {
        return new RateTest(window, reference, effect, Side.RISE, 2);
    }

    /** Looks for a change either way: the side that was seen, its p-value doubled. */
    public static RateTest ofChange(Share window, Share reference, DesignEffect effect) {
        Side side = window.rate() < reference.rate() ? Side.FALL : Side.RISE;
        return new RateTest(window, reference, effect, side, 2);
    }

    /** How likely so large a change is when nothing changed, once {@code tolerance} is taken off; 1 where nothing is left. */
    public double pValue(double tolerance) {
        double left = Math.floor(Math.floor(marked() / windowEffect()) - tolerance * windowRows());
        return Math.min(1, tails * widened(survival(left)));
    }

    /**
     * The change beyond the tolerance, in units of the least that would be found at a level: above 1 exactly where the
     * p-value is at most {@code level}. 0 where the change is tolerated.
     */
    public double score(double level, double tolerance) {
        double excess = change() - tolerance;
        return excess <= 0 ? 0 : excess / (criticalShare(level, tolerance) - base() - tolerance);
    }

    /** The rate of the window at which a change would be found at this level; beyond 0 and 1 where none would. */
    public double criticalRate(double level, double tolerance) {
        double rate = criticalShare(level, tolerance);
        return side == Side.RISE ? rate : 1 - rate;
    }

    private double change() {
        return moved(window).rate() - base();
    }

    /** Half a row short of the least count that is found: no count lies on the line. */
    private double criticalShare(double level, double tolerance) {
        double effective = Math.ceil(leastFound(narrowed(level / tails)) + tolerance * windowRows());
        return (Math.ceil(effective * windowEffect()) - 0.5) / Math.max(1, window.n());
    }

    /**
     * The least effective count with a survival of at most {@code level}; one more than there are where none has it. The
     * search starts where the normal law puts it, then widens, then halves.
     */
    private double leastFound(double level) {
        double least = Math.floor(referenceMarks() / referenceRows() * windowRows());
        double most = windowRows() + 1;
        double missed = least;
        double found = Math.max(most, least + 1);
        double step = 1;
        double probe = between(guess(level), missed, found);
        while (found - missed > 1) {
            if (survival(probe) > level) {
                missed = probe;
            } else {
                found = probe;
            }
            double upwards = found >= most ? missed + step : missed + Math.floor((found - missed) / 2);
            probe = between(missed <= least ? found - step : upwards, missed, found);
            step *= 2;
        }
        return found;
    }

    private double guess(double level) {
        double n = windowRows();
        double m = referenceRows();
        double deviation = Math.sqrt(new Hypergeometric(n, m, referenceMarks() * (n + m) / m).variance());
        double z = NORMAL.inverseSurvivalProbability(level);
        return Math.rint((referenceMarks() * n + z * deviation * (n + m)) / m);
    }

    private static double between(double value, double low, double high) {
        return Math.max(low + 1, Math.min(high - 1, value));
    }

    private double survival(double marks) {
        return marks <= 0
                ? 1
                : new Hypergeometric(windowRows(), referenceRows(), marks + referenceMarks()).atLeast(marks);
    }

    /** A p-value once more, now that the design effect is an estimate: as Student's law stands to the normal. */
    private double widened(double p) {
        return effectIsExact() ? p : student().survivalProbability(NORMAL.inverseSurvivalProbability(p));
    }

    /** The p-value that becomes this one when it is widened. */
    private double narrowed(double p) {
        return effectIsExact() ? p : NORMAL.survivalProbability(student().inverseSurvivalProbability(p));
    }

    private TDistribution student() {
        return TDistribution.of(effect.degreesOfFreedom(window.n()));
    }

    private boolean effectIsExact() {
        return Double.isInfinite(effect.degreesOfFreedom(window.n()));
    }

    private double windowEffect() {
        return effect.window(window.n());
    }

    private double windowRows() {
        return Math.floor(window.n() / windowEffect());
    }

    private double referenceRows() {
        return Math.max(1, Math.floor(reference.n() / effect.reference()));
    }

    private double referenceMarks() {
        return Math.min(referenceRows(), Math.ceil(moved(reference).count() / effect.reference()));
    }

    private double marked() {
        return moved(window).count();
    }

    private double base() {
        return moved(reference).rate();
    }

    /** The share that rose. */
    private Share moved(Share share) {
        return side == Side.RISE ? share : share.complement();
    }
}
