package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * How scores are spread over [0, 1]: 65,536 bins of equal width, right-open but for the last, stored sparsely. With
 * 1,024 or 4,096 bins the area under the ROC curve of a small window was off by up to .028.
 *
 * <p>A count may be negative in a part that takes back what another part holds. Not safe for several threads.
 */
public final class ScoreHistogram {
    /** How many bins there are. */
    public static final int BINS = 65_536;

    private static final int VERSION = 1;

    private final CountTable counts;
    private long total;

    public ScoreHistogram() {
        this(new CountTable());
    }

    private ScoreHistogram(CountTable counts) {
        this.counts = counts;
        for (int bin : counts.bins()) {
            total += counts.count(bin);
        }
    }

    /** Whether {@code score} can be counted: a number from 0 to 1. */
    public static boolean holds(double score) {
        return score >= 0 && score <= 1;
    }

    /**
     * Counts a score.
     *
     * @throws IllegalArgumentException outside [0, 1]
     */
    public void add(double score) {
        change(score, 1);
    }

    /** Takes a score back that was counted, here or in a part to be merged. */
    public void remove(double score) {
        change(score, -1);
    }

    /** Adds all of another. */
    public void merge(ScoreHistogram other) {
        counts.merge(other.counts);
        total += other.total;
    }

    /** How many scores there are. */
    public long total() {
        return total;
    }

    /** The bins that hold something, ascending. */
    public int[] bins() {
        return counts.bins();
    }

    public long count(int bin) {
        return counts.count(bin);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION);
        counts.write(out);
    }

    public static ScoreHistogram read(ByteReader in) {
        int unused = in.version("a score histogram", VERSION);
        return new ScoreHistogram(CountTable.read(in, BINS));
    }

    private void change(double score, long by) {
        if (!holds(score)) {
            throw new IllegalArgumentException("a score of " + score);
        }
        counts.add(Math.min((int) (score * BINS), BINS - 1), by);
        total += by;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreHistogram histogram && counts.equals(histogram.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
