package io.leeway.statistics;

import java.util.Optional;

/**
 * The score interval of a share: all p that a test of k successes in n against p does not reject,
 * {@code (k + z^2/2 ± z sqrt(k (n - k) / n + z^2/4)) / (n + z^2)}. Never leaves [0, 1] and is not empty at k = 0 or n.
 *
 * <p>E. B. Wilson 1927, doi:10.1080/01621459.1927.10502953.
 */
public final class Wilson {
    private Wilson() {}

    /** The interval of {@code successes} in {@code n}; absent when n is 0 or the share would not be one. */
    public static Optional<Interval> interval(long successes, long n) {
        return bounds(successes, n).at(Confidence.USUAL);
    }

    /** The interval at any confidence; absent likewise. */
    public static Bounds bounds(long successes, long n) {
        return n < 1 || successes < 0 || successes > n
                ? Bounds.NONE
                : confidence -> Optional.of(interval(successes, n, confidence.normal()));
    }

    private static Interval interval(long successes, long n, double z) {
        double spread = z * Math.sqrt((double) successes * (n - successes) / n + z * z / 4);
        double centre = successes + z * z / 2;
        double low = successes == 0 ? 0 : (centre - spread) / (n + z * z);
        double high = successes == n ? 1 : (centre + spread) / (n + z * z);
        return new Interval(low, high);
    }
}
