package io.leeway.joint;

import java.util.Locale;

/** How findings are said. */
final class Wording {
    private Wording() {}

    static String fromTo(String what, double now, double before) {
        return String.format(Locale.ROOT, "%s is %.2f and was %.2f", what, now, before);
    }
}
