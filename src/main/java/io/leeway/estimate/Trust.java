package io.leeway.estimate;

import java.util.Locale;

/** Whether an estimate can be believed. */
public enum Trust {
    /** Labels have come, and the estimates of their windows held. */
    TRUSTED,
    /** Labels have come, and the estimates of their windows were wrong more often than chance explains. */
    UNTRUSTED,
    /** Too few windows have their labels. */
    UNCHECKED;

    /** The name in reports: {@code trusted}, {@code untrusted}, {@code unchecked}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
