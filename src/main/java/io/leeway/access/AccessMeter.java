package io.leeway.access;

/** Told what happens at the doors. Thread-safe. */
public interface AccessMeter {
    /** Somebody was not let in. */
    void refused(Refusal why);

    /** A failed attempt was put off because its address has made too many. */
    void slowed();

    /** An act could not be written to the audit log. */
    void unaudited();
}
