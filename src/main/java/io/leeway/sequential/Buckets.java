package io.leeway.sequential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An exponential histogram: a long window in few buckets, whose sizes are powers of two and the larger the older. Of each
 * size there are at most {@value #MOST}; two of too many become one.
 */
final class Buckets {
    private static final int MOST = 5;

    /** By size, those of one step first; of each size the oldest first. */
    private final List<Deque<Bucket>> levels = new ArrayList<>();

    private long width;
    private double total;
    private double squaredDeviations;

    /** A part of the window: its sum, and its squared distances from its mean. */
    private record Bucket(long n, double sum, double squaredDeviations) {
        Bucket plus(Bucket other) {
            return new Bucket(
                    n + other.n,
                    sum + other.sum,
                    squaredDeviations + other.squaredDeviations + between(n, sum, other.n, other.sum));
        }
    }

    /** Whether something is to be done at a cut behind so many steps with this sum. */
    @FunctionalInterface
    interface Cut {
        boolean holds(long n, double sum);
    }

    long width() {
        return width;
    }

    double total() {
        return total;
    }

    double squaredDeviations() {
        return squaredDeviations;
    }

    void add(double value) {
        if (width > 0) {
            squaredDeviations += between(width, total, 1, value);
        }
        width++;
        total += value;
        put(0, new Bucket(1, value, 0));
    }

    private void put(int level, Bucket bucket) {
        if (levels.size() == level) {
            levels.add(new ArrayDeque<>());
        }
        Deque<Bucket> same = levels.get(level);
        same.addLast(bucket);
        if (same.size() > MOST) {
            put(level + 1, same.removeFirst().plus(same.removeFirst()));
        }
    }

    void dropOldest() {
        Deque<Bucket> largest = levels.get(levels.size() - 1);
        Bucket oldest = largest.removeFirst();
        width -= oldest.n();
        total -= oldest.sum();
        squaredDeviations -= oldest.squaredDeviations() + between(oldest.n(), oldest.sum(), width, total);
        if (largest.isEmpty()) {
            levels.remove(levels.size() - 1);
        }
    }

    /** Whether any cut between two buckets does, from the oldest on. */
    boolean anyCut(Cut cut) {
        long n = 0;
        double sum = 0;
        for (int level = levels.size() - 1; level >= 0; level--) {
            for (Bucket bucket : levels.get(level)) {
                n += bucket.n();
                sum += bucket.sum();
                if (n < width && cut.holds(n, sum)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the squared distances of two parts from their common mean are more than those from their own. */
    private static double between(long n, double sum, long m, double other) {
        double distance = sum / n - other / m;
        return (double) n * m / (n + m) * distance * distance;
    }
}
