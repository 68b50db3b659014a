package io.leeway.sequential;

import java.util.Locale;

/**
 * The detectors as they watch a stream of standardised steps: each alarms once in {@value #STEPS} steps on average where
 * nothing changes and steps are independent, so all of them together at least {@value #TOGETHER} steps apart. The thresholds
 * were solved by simulation of streams that begin anew every {@value #TOGETHER} steps, since {@link #DDM} alarms soonest on a
 * young one; 500 alarms or more each, so their mean time is good to 5 %.
 *
 * <p>What each is best at: {@link #CUSUM} a mean that stands higher than on the reference for long, by little;
 * {@link #PAGE_HINKLEY} one that rises above what it was lately; {@link #ADWIN} any two parts that differ;
 * {@link #DDM} a share of errors that leaves its lowest.
 */
public enum Calibrated {
    /** The slack of half a standard deviation finds a rise by a whole one soonest. */
    CUSUM {
        @Override
        public Detector detector() {
            return new Cusum(0.5, 5.42, 1, Centre.REFERENCE);
        }
    },
    /** Faded by 5 % a step it looks back about twenty steps. */
    PAGE_HINKLEY {
        @Override
        public Detector detector() {
            return new PageHinkley(0.25, 3.91, 0.95, LEARNING, Centre.RUNNING);
        }
    },
    /** Looks at every step. Its bound is a cautious one, so the confidence is not that of a single look. */
    ADWIN {
        @Override
        public Detector detector() {
            return new Adwin(0.412, 1);
        }
    },
    /** Solved for the share and the rows at which it alarms soonest, of shares from .02 to .3 and 50 to 500 rows a step. */
    DDM {
        @Override
        public Detector detector() {
            return new Ddm(2.63, LEARNING);
        }
    };

    /** The mean time between false alarms of each. */
    public static final int STEPS = 1460;

    /** That of all of them together, at least. */
    public static final int TOGETHER = STEPS / 4;

    /** So many steps a detector without a reference learns from before it can say anything. */
    public static final int LEARNING = 14;

    /** A new one. */
    public abstract Detector detector();

    /** The name in reports: {@code cusum}, {@code page_hinkley}, {@code adwin}, {@code ddm}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
