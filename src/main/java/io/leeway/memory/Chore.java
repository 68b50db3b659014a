package io.leeway.memory;

/** What is to be tidied in a bucket; each also does what those before it do. */
enum Chore {
    /** Segments of one level become one. */
    MERGE,
    /** Expired entries go. */
    SWEEP,
    /** Everything replaced or expired goes, at once. */
    ERASE;

    static Chore stronger(Chore one, Chore other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
