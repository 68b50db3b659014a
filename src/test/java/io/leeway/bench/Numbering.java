package io.leeway.bench;

import java.util.Random;

/** Which post comes next: a new one, or, for one post in twenty, one of the last thousand again, as clients retry. */
final class Numbering {
    private static final int ONE_IN = 20;
    private static final int LAST = 1_000;

    private final Random random = new Random(1);
    private long fresh;
    private long sent;

    long next() {
        sent++;
        if (sent % ONE_IN == 0) {
            return fresh - 1 - random.nextInt((int) Math.min(fresh, LAST));
        }
        return fresh++;
    }

    /** How many different posts there were. */
    long fresh() {
        return fresh;
    }
}
