package io.leeway.access;

/**
 * Where administrative acts are written down. An act that cannot be is not lost: it is told to the service's own log with all
 * that would have been written, and counted. It is not held back either, since who is called at night must be able to act.
 */
public interface AuditLog {
    /** Writes one down. May block. Thread-safe. */
    void record(Act act);
}
