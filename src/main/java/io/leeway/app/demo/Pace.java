package io.leeway.app.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Holds the log back to so many days a second. */
final class Pace {
    private final long nanosADay;
    private long next;

    /** Empty: as fast as it goes. */
    Pace(Optional<Double> daysASecond) {
        nanosADay = daysASecond
                .map(days -> (long) (Duration.ofSeconds(1).toNanos() / days))
                .orElse(0L);
        next = System.nanoTime();
    }

    /** Returns when the next day may begin. */
    void aDay() {
        next = Math.max(next + nanosADay, System.nanoTime() - nanosADay);
        for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
