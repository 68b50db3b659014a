package io.leeway.state;

import java.util.Optional;

/**
 * Durable tables. Safe for several threads; a reader sees every commit that returned before it began.
 *
 * <p>A commit survives the death of the process. It survives the loss of power once {@link #sync} has returned after it;
 * until then, what stands in the store after a loss of power is the state after some earlier commit, never a mixture.
 */
public interface Store extends AutoCloseable {
    Optional<byte[]> get(Table table, byte[] key);

    /** Visits the keys from {@code from} (inclusive) to {@code to} (exclusive) in order, as of one moment. */
    void scan(Table table, byte[] from, byte[] to, Visitor visitor);

    /** Applies all changes at once. */
    void commit(Changes changes) throws StoreException;

    /** Makes every commit so far survive the loss of power. */
    void sync() throws StoreException;

    @Override
    void close();

    /** Is shown the entries of a scan. */
    @FunctionalInterface
    interface Visitor {
        /** Returns whether the scan goes on. */
        boolean visit(byte[] key, byte[] value);
    }
}
