package io.leeway.rocks;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/**
 * The tables as column families of one RocksDB. A commit is one write batch over all of them, in the log before it is
 * visible; the log is flushed to the disk by {@link #sync}. Commits come one after the other, readers do not wait.
 *
 * <p>When the disk does not take a commit, as a full one does not, what was committed stays readable, and the same commit
 * may be asked for again: it is taken as soon as the disk is.
 *
 * <p>Every method throws {@link IllegalStateException} after {@link #close}.
 */
public final class RocksStore implements Store {
    private final Database database;
    private final Object commits = new Object();

    private RocksStore(Database database) {
        this.database = database;
    }

    /**
     * Opens the store in a folder of its own, creating it where it is missing.
     *
     * @param tables every table that will be used; one that stands in the folder and not here is an error
     * @throws StoreException with a sentence, when the folder cannot be opened
     */
    public static RocksStore open(Path folder, Collection<Table> tables) {
        return new RocksStore(
                Database.open(folder, tables.stream().map(Table::name).toList()));
    }

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        return use("read " + table.name(), rocks -> value(rocks, table, key));
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        if (Arrays.compareUnsigned(from, to) < 0) {
            run("read " + table.name(), rocks -> walk(rocks, table, new byte[][] {from, to}, visitor));
        }
    }

    @Override
    public void commit(Changes changes) {
        synchronized (commits) {
            change("write", rocks -> write(rocks, changes));
        }
    }

    @Override
    public void sync() {
        change("flush the log", rocks -> rocks.flushWal(true));
    }

    @Override
    public void close() {
        database.close();
    }

    private Optional<byte[]> value(RocksDB rocks, Table table, byte[] key) throws RocksDBException {
        return Optional.ofNullable(rocks.get(database.family(table.name()), key));
    }

    private void walk(RocksDB rocks, Table table, byte[][] range, Visitor visitor) throws RocksDBException {
        try (Slice end = new Slice(range[1]);
                ReadOptions options = new ReadOptions().setIterateUpperBound(end);
                RocksIterator entries = rocks.newIterator(database.family(table.name()), options)) {
            entries.seek(range[0]);
            while (entries.isValid() && visitor.visit(entries.key(), entries.value())) {
                entries.next();
            }
            entries.status();
        }
    }

    private void write(RocksDB rocks, Changes changes) throws RocksDBException {
        try (Commit commit = new Commit(database::family, (table, key) -> value(rocks, table, key));
                WriteOptions options = new WriteOptions()) {
            commit.addAll(changes);
            rocks.write(options, commit.batch());
        }
    }

    /** What fails here may leave RocksDB unable to write: the next change mends it first. */
    private void change(String what, Action action) {
        database.mend();
        try {
            run(what, action);
        } catch (StoreException e) {
            database.broke();
            throw e;
        }
    }

    private void run(String what, Action action) {
        boolean unused = use(what, rocks -> {
            action.on(rocks);
            return true;
        });
    }

    private <T> T use(String what, Database.Call<T> call) {
        try {
            return database.use(call);
        } catch (RocksDBException failure) {
            throw Failures.of(what + " in " + database.folder(), failure);
        }
    }

    @FunctionalInterface
    private interface Action {
        void on(RocksDB rocks) throws RocksDBException;
    }
}
