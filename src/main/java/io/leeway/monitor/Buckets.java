package io.leeway.monitor;

/**
 * How ids are dealt to lanes: by hash into 256 fixed buckets, the bucket to lane {@code bucket mod lanes}. So a
 * prediction, its duplicate and its label always meet in one lane, and with another number of lanes whole buckets move.
 */
final class Buckets {
    static final int COUNT = 256;

    private Buckets() {}

    static int of(long hash) {
        return (int) (hash >>> 56);
    }

    static int lane(int bucket, int lanes) {
        return bucket % lanes;
    }
}
