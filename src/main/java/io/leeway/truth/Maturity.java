package io.leeway.truth;

import java.util.Locale;

/** How far the labels of a window have come. */
public enum Maturity {
    /** Its rows are still coming. */
    OPEN,
    /** Too few of its rows have a label to be judged by, yet or for good. */
    SPARSE,
    /** Enough have one, and more will come: judged once, when that was first so. */
    PROVISIONAL,
    /** Nearly all have one, or no more can be expected: judged by all that came. */
    FINAL;

    /** From this share of labelled rows on the rest could not change the verdict. */
    private static final double NEARLY_ALL = 0.95;

    /**
     * The maturity of a window.
     *
     * @param coverage the share of its rows that have a label
     * @param least the share from which on it is judged
     * @param pastHorizon whether the label horizon of its last rows is over
     */
    public static Maturity of(boolean closed, double coverage, double least, boolean pastHorizon) {
        if (!closed) {
            return OPEN;
        }
        if (coverage < least) {
            return SPARSE;
        }
        return pastHorizon || coverage > NEARLY_ALL ? FINAL : PROVISIONAL;
    }

    /** The name in reports: {@code open}, {@code sparse}, {@code provisional}, {@code final}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
