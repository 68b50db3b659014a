package io.leeway.notify;

import java.time.Duration;

/**
 * How long to wait before the next attempt: 5 seconds, then twice as long each time, at most 10 minutes, spread by up to
 * 30 % so that mails that failed together do not return together. The spread is a function of the mail and the attempt.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final double SPREAD = 0.3;
    /** 5 s doubled seven times is more than 10 minutes. */
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    static Duration after(String messageId, int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, attempts - 1)));
        Duration wait = doubled.compareTo(MOST) < 0 ? doubled : MOST;
        double chance = Math.floorMod((messageId + attempts).hashCode() * 0x9E3779B1, 1 << 16) / (double) (1 << 16);
        return Duration.ofMillis((long) (wait.toMillis() * (1 + SPREAD * (2 * chance - 1))));
    }
}
