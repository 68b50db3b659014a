package io.leeway.truth;

import java.util.Locale;

/** How a metric stands to its baseline. */
public enum Standing {
    /** Not surely worse than the baseline by more than is tolerated. */
    STABLE,
    /** Worse than the baseline by more than is tolerated, with the confidence asked for. */
    DEGRADED,
    /** Too little is known to say either. */
    UNDECIDED;

    /** The name in reports: {@code stable}, {@code degraded}, {@code undecided}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
