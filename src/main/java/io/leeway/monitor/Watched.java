package io.leeway.monitor;

import io.leeway.drift.WindowComparison;

/**
 * A reference that a window is compared with.
 *
 * @param name as settings write it
 * @param n how many rows the reference has
 */
record Watched(String name, long n, WindowComparison comparison) {
    Watched(String name, WindowComparison comparison) {
        this(name, comparison.n(), comparison);
    }
}
