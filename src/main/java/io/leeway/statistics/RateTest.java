package io.leeway.statistics;

/**
 * The exact test of a rate that rose from the reference to the window: given how many rows carry the mark in both, the
 * window's number is hypergeometric when nothing changed (Fisher's exact test, one-sided). A tolerated rise is taken off the
 * window's count first; counts are divided by their design effects and rounded against a finding. A fall is the rise of the
 * complement.
 *
 * <p>For marks that begin where the reference ends (below its least value, above its greatest) a reference count of 0 is
 * exact too: of m + n values in any order, the x least all stand in the window with just this probability.
 *
 * @param side which way the rate moved
 * @param tails by how much a p-value grows for having looked in so many directions: 1 or 2
 */
public record RateTest(Share window, Share reference, DesignEffect effect, Side side, int tails) {
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
        return Math.min(1, tails * survival(left));
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
        double effective = Math.ceil(leastFound(level / tails) + tolerance * windowRows());
        return (Math.ceil(effective * windowEffect()) - 0.5) / Math.max(1, window.n());
    }

    /** The least effective count with a survival of at most {@code level}; one more than there are where none has it. */
    private double leastFound(double level) {
        double missed = Math.floor(referenceMarks() / referenceRows() * windowRows());
        double step = 1;
        while (missed + step < windowRows() && survival(missed + step) > level) {
            missed += step;
            step *= 2;
        }
        double found = Math.min(missed + step, windowRows() + 1);
        while (found - missed > 1) {
            double middle = missed + Math.floor((found - missed) / 2);
            if (survival(middle) > level) {
                missed = middle;
            } else {
                found = middle;
            }
        }
        return found;
    }

    private double survival(double marks) {
        return marks <= 0
                ? 1
                : new Hypergeometric(windowRows(), referenceRows(), marks + referenceMarks()).atLeast(marks);
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
