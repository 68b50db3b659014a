package io.leeway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an address may fail to get in: some failures at once, and one more for every interval that passes. It only
 * bounds what failures cost; no number of them comes near 256 bits, so a good token is let in from any address. Remembers a
 * bounded number of addresses and forgets the one that has been quiet longest. Not thread-safe.
 */
public final class Attempts {
    private final int atOnce;
    private final Duration interval;
    private final int addresses;
    private final Map<String, Instant> paidUntil = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Bounds.
     *
     * @param atOnce failures in a row that are answered as what they are
     * @param interval after which another one is
     * @param addresses how many are remembered
     */
    public Attempts(int atOnce, Duration interval, int addresses) {
        this.atOnce = atOnce;
        this.interval = interval;
        this.addresses = addresses;
    }

    /** Ten at once and one every six seconds, of 10,000 addresses: about 2 MB when all are remembered. */
    public static Attempts withDefaults() {
        return new Attempts(10, Duration.ofSeconds(6), 10_000);
    }

    /** Counts a failure; returns how long the address has to wait until the next, zero while it is within bounds. */
    public Duration failed(String address, Instant now) {
        Instant paid = paidUntil.getOrDefault(address, now);
        Instant next = (paid.isBefore(now) ? now : paid).plus(interval);
        Duration wait = Duration.between(now.plus(interval.multipliedBy(atOnce)), next);
        if (wait.isNegative() || wait.isZero()) {
            remember(address, next);
            return Duration.ZERO;
        }
        return wait;
    }

    /** How many addresses are remembered. */
    public int remembered() {
        return paidUntil.size();
    }

    private void remember(String address, Instant until) {
        paidUntil.put(address, until);
        if (paidUntil.size() > addresses) {
            paidUntil.remove(paidUntil.keySet().iterator().next());
        }
    }
}
