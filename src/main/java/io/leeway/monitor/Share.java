package io.leeway.monitor;

import java.util.Locale;

/** Shares as people say them. */
final class Share {
    private Share() {}

    /** Such as 31.2 %. */
    static String text(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
