package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/**
 * By how much values lie beyond one end of the reference's range: their sum, and counts on buckets whose width is 1/16 of
 * where they begin (of a double's bits the exponent and the first four of the mantissa). Where a reference was one value
 * only, or everything has moved beyond it, this is what is known of where. Not safe for several threads.
 */
final class Excess {
    private static final int DROPPED_BITS = 48;

    private final SparseCounts buckets;
    private double sum;

    Excess() {
        this(new SparseCounts(), 0);
    }

    private Excess(SparseCounts buckets, double sum) {
        this.buckets = buckets;
        this.sum = sum;
    }

    /** Adds a distance above 0; one too large for a double stands in the last bucket. */
    void add(double distance) {
        long bits = Double.doubleToRawLongBits(Math.min(distance, Double.MAX_VALUE));
        buckets.add((int) (bits >>> DROPPED_BITS), 1);
        sum += distance;
    }

    void merge(Excess other) {
        buckets.merge(other.buckets);
        sum += other.sum;
    }

    double sum() {
        return sum;
    }

    /** The distance with {@code rank} smaller or equal ones before it, as if those of its bucket stood evenly in it. */
    double orderStatistic(long rank) {
        long before = 0;
        for (int bucket : buckets.slots()) {
            long count = buckets.get(bucket);
            if (rank < before + count) {
                double part = (rank - before + 0.5) / count;
                return start(bucket) + (start(bucket + 1) - start(bucket)) * part;
            }
            before += count;
        }
        throw new IllegalArgumentException("rank " + rank + " of " + before);
    }

    void write(ByteWriter out) {
        buckets.write(out);
        out.number(sum);
    }

    static Excess read(ByteReader in) {
        return new Excess(SparseCounts.read(in), in.number());
    }

    private static double start(int bucket) {
        return Double.longBitsToDouble((long) bucket << DROPPED_BITS);
    }
}
