package io.leeway.cause;

import java.util.Locale;

/** Shares as people say them. */
public final class Percent {
    private Percent() {}

    /** Such as 31.2 %. */
    public static String text(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
