package io.leeway.rocks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.AbstractImmutableNativeReference;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * An open RocksDB. Its native parts are freed only when no call is inside, and a call that comes later fails as an
 * exception: without this it would read freed memory and take the process down.
 */
final class Database implements AutoCloseable {
    private final String folder;
    private final RocksDB rocks;
    private final Map<String, ColumnFamilyHandle> families;
    private final Deque<AbstractImmutableNativeReference> natives;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param natives everything to free, the first one first
     */
    Database(
            String folder,
            RocksDB rocks,
            Map<String, ColumnFamilyHandle> families,
            Deque<AbstractImmutableNativeReference> natives) {
        this.folder = folder;
        this.rocks = rocks;
        this.families = Map.copyOf(families);
        this.natives = new ArrayDeque<>(natives);
    }

    /** Calls RocksDB. */
    <T> T use(Call<T> call) throws RocksDBException {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the database in " + folder + " is closed");
            }
            return call.on(rocks);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The column family of that name; one that was not named at opening is a mistake of the caller. */
    ColumnFamilyHandle family(String name) {
        ColumnFamilyHandle family = families.get(name);
        if (family == null) {
            throw new IllegalArgumentException(
                    "the table " + name + " was not declared when " + folder + " was opened");
        }
        return family;
    }

    String folder() {
        return folder;
    }

    /** Waits for the calls inside to end; a second time does nothing. */
    @Override
    public void close() {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("the database in " + folder + " cannot be closed from inside a scan");
        }
        lock.writeLock().lock();
        try {
            closed = true;
            natives.forEach(AbstractImmutableNativeReference::close);
            natives.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A use of the open database. */
    @FunctionalInterface
    interface Call<T> {
        T on(RocksDB rocks) throws RocksDBException;
    }
}
