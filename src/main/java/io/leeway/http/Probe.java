package io.leeway.http;

/** Tells whether something the service depends on can be reached. May block. */
@FunctionalInterface
public interface Probe {
    Health check();

    /**
     * What a probe found.
     *
     * @param name of what was probed: {@code journal}, {@code series}
     * @param detail a sentence for whoever runs the service
     */
    record Health(String name, State state, String detail) {}

    /** How something is. */
    enum State {
        UP,
        /** Out of reach; what it is owed is remembered, and requests are still answered. */
        DEGRADED,
        /** Without it requests cannot be answered. */
        DOWN
    }
}
