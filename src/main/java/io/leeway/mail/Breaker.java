package io.leeway.mail;

import java.time.Duration;

/**
 * Keeps us from a mail server that cannot be reached: after three failed connections in a row it is left alone for 10
 * seconds, and for twice as long after each further one, at most 10 minutes; the attempt that comes then is the probe. Time
 * is any number of nanoseconds that only grows. Not safe for threads.
 */
final class Breaker {
    private static final int PATIENCE = 3;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(10);
    /** 10 s doubled six times is more than 10 minutes. */
    private static final int DOUBLINGS = 6;

    private int failures;
    private long openUntil;
    private String reason = "";

    /** Whether the server is to be left alone. */
    boolean isOpen(long now) {
        return failures >= PATIENCE && now - openUntil < 0;
    }

    /** What the last failed connection said. */
    String reason() {
        return reason;
    }

    void reached() {
        failures = 0;
    }

    void failed(String why, long now) {
        failures++;
        reason = why;
        Duration doubled = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, failures - PATIENCE)));
        openUntil = now + (doubled.compareTo(MOST) < 0 ? doubled : MOST).toNanos();
    }
}
