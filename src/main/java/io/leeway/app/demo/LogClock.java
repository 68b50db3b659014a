package io.leeway.app.demo;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of a log: it stands where it was last set. Thread-safe. */
public final class LogClock implements InstantSource {
    private volatile Instant now;

    public LogClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }
}
