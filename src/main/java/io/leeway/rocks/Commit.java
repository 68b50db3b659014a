package io.leeway.rocks;

import io.leeway.state.Changes;
import io.leeway.state.Changes.Change;
import io.leeway.state.Changes.Delete;
import io.leeway.state.Changes.DeleteRange;
import io.leeway.state.Changes.Put;
import io.leeway.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** The write batch of a commit. A conditional deletion is decided here, on the store and the commit's earlier changes. */
final class Commit implements AutoCloseable {
    private final Function<String, ColumnFamilyHandle> families;
    private final Stored stored;
    private final WriteBatch batch = new WriteBatch();
    private final List<Change> applied = new ArrayList<>();

    Commit(Function<String, ColumnFamilyHandle> families, Stored stored) {
        this.families = families;
        this.stored = stored;
    }

    void addAll(Changes changes) throws RocksDBException {
        for (Change change : changes.all()) {
            add(change);
        }
    }

    WriteBatch batch() {
        return batch;
    }

    @Override
    public void close() {
        batch.close();
    }

    private void add(Change change) throws RocksDBException {
        if (change instanceof Put put) {
            batch.put(family(put.table()), put.key(), put.value());
        } else if (change instanceof DeleteRange range) {
            deleteRange(range);
        } else if (change instanceof Delete delete) {
            if (!holds(delete)) {
                return;
            }
            batch.delete(family(delete.table()), delete.key());
        }
        applied.add(change);
    }

    private void deleteRange(DeleteRange range) throws RocksDBException {
        if (Arrays.compareUnsigned(range.from(), range.to()) < 0) {
            batch.deleteRange(family(range.table()), range.from(), range.to());
        }
    }

    private boolean holds(Delete delete) throws RocksDBException {
        byte[] expected = delete.expected();
        return expected == null
                || now(delete.table(), delete.key())
                        .filter(value -> Arrays.equals(value, expected))
                        .isPresent();
    }

    /** What the key has once the changes before this one are applied. */
    private Optional<byte[]> now(Table table, byte[] key) throws RocksDBException {
        for (int i = applied.size() - 1; i >= 0; i--) {
            if (touches(applied.get(i), table, key)) {
                return applied.get(i) instanceof Put put ? Optional.of(put.value()) : Optional.empty();
            }
        }
        return stored.value(table, key);
    }

    private static boolean touches(Change change, Table table, byte[] key) {
        if (change instanceof Put put) {
            return put.table().equals(table) && Arrays.equals(put.key(), key);
        }
        if (change instanceof Delete delete) {
            return delete.table().equals(table) && Arrays.equals(delete.key(), key);
        }
        return change instanceof DeleteRange range
                && range.table().equals(table)
                && Arrays.compareUnsigned(range.from(), key) <= 0
                && Arrays.compareUnsigned(key, range.to()) < 0;
    }

    private ColumnFamilyHandle family(Table table) {
        return families.apply(table.name());
    }

    /** What stands in the store before the commit. */
    @FunctionalInterface
    interface Stored {
        Optional<byte[]> value(Table table, byte[] key) throws RocksDBException;
    }
}
