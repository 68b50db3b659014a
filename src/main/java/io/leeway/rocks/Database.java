package io.leeway.rocks;

import io.leeway.state.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * An open RocksDB. Its native parts are freed only when no call is inside, and a call that comes later fails as an
 * exception: without this it would read freed memory and take the process down.
 *
 * <p>After a write that failed, on a full disk for example, RocksDB takes no more writes until it is opened again, even
 * when there is space (facebook/rocksdb issues 11643 and 12998). {@link #mend} does so as soon as the disk takes files;
 * until then what is there can be read.
 */
final class Database implements AutoCloseable {
    private final Path folder;
    private final List<String> names;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean broken;
    private boolean closed;
    /** None while it cannot be opened again. */
    private Optional<Opened> opened;

    private Database(Path folder, Collection<String> names) {
        this.folder = folder;
        this.names = List.copyOf(names);
        this.opened = Optional.of(Opening.open(folder, names));
    }

    /**
     * Opens the database in a folder, creating both where they are missing.
     *
     * @param names of the column families
     * @throws StoreException with a sentence: in use, damaged, of a later release, no place, no permission
     */
    static Database open(Path folder, Collection<String> names) {
        return new Database(folder, names);
    }

    /** Calls RocksDB. */
    <T> T use(Call<T> call) throws RocksDBException {
        lock.readLock().lock();
        try {
            return call.on(rocks().rocks());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The column family of that name; one that was not named at opening is a mistake of the caller. */
    ColumnFamilyHandle family(String name) {
        ColumnFamilyHandle family = rocks().families().get(name);
        if (family == null) {
            throw new IllegalArgumentException(
                    "the table " + name + " was not declared when " + folder + " was opened");
        }
        return family;
    }

    Path folder() {
        return folder;
    }

    /** A write has failed. */
    void broke() {
        broken = true;
    }

    /**
     * Makes the database take writes again if one has failed. From inside a scan it does nothing.
     *
     * @throws StoreException when the disk still takes none
     */
    void mend() {
        if (broken && lock.getReadHoldCount() == 0) {
            lock.writeLock().lock();
            try {
                openAgain();
            } finally {
                lock.writeLock().unlock();
            }
        }
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
            free();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void openAgain() {
        if (!broken || closed) {
            return;
        }
        try {
            Room.check(folder);
        } catch (IOException e) {
            throw Failures.ofDisk(folder, e);
        }
        free();
        opened = Optional.of(Opening.open(folder, names));
        broken = false;
    }

    private void free() {
        opened.ifPresent(Opened::free);
        opened = Optional.empty();
    }

    private Opened rocks() {
        if (closed) {
            throw new IllegalStateException("the database in " + folder + " is closed");
        }
        return opened.orElseThrow(() -> Failures.notOpen(folder));
    }

    /** A use of the open database. */
    @FunctionalInterface
    interface Call<T> {
        T on(RocksDB rocks) throws RocksDBException;
    }
}
