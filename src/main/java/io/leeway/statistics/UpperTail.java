package io.leeway.statistics;

/** The law of a statistic whose large values speak against it, seen from its upper end. */
public interface UpperTail {
    /** The probability of a value above {@code x}; 1 at or below the lower end of the law. */
    double survival(double x);

    /**
     * The value that is exceeded with probability {@code p}.
     *
     * @return 0 for {@code p >= 1}, infinite for {@code p <= 0}
     */
    double upperQuantile(double p);
}
