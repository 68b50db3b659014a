package io.leeway.ingest;

/** A keyed hash: the same for the same value as long as the data folder lives, and of no use without its key. One thread. */
@FunctionalInterface
public interface Pseudonyms {
    /**
     * At least 16 bytes that stand for a value.
     *
     * @param kind what the value is of: equal values of two kinds have nothing in common
     */
    byte[] of(String kind, String value);
}
