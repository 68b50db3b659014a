package io.leeway.statistics;

/** A count out of a total. */
public record Share(long count, long n) {
    public Share {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException(count + " is no count out of " + n);
        }
    }

    /** The share, between 0 and 1; 0 where there is nothing to count. */
    public double rate() {
        return n == 0 ? 0 : (double) count / n;
    }

    /** All that was not counted. */
    public Share complement() {
        return new Share(n - count, n);
    }

    /** As near to the same rate as whole rows allow, of that part of them. */
    public Share times(double part) {
        return new Share(Math.round(count * part), Math.round(n * part));
    }
}
