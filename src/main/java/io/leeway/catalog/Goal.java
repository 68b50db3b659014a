package io.leeway.catalog;

/** Where a performance metric should be. */
public enum Goal {
    /** The higher the better. */
    HIGHER,
    /** The lower the better. */
    LOWER,
    /** Where the baseline is: neither much above nor much below. */
    NEAR
}
