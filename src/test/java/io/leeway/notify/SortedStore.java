package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A store without a disk, for tests of what is decided and not of how it is kept. */
public final class SortedStore implements Store {
    private final Map<Table, NavigableMap<byte[], byte[]>> tables = new HashMap<>();

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        return Optional.ofNullable(table(table).get(key)).map(byte[]::clone);
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        for (Map.Entry<byte[], byte[]> entry : new TreeMap<>(table(table).subMap(from, to)).entrySet()) {
            if (!visitor.visit(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    @Override
    public void commit(Changes changes) {
        for (Changes.Change change : changes.all()) {
            if (change instanceof Changes.Put put) {
                table(put.table()).put(put.key(), put.value());
            } else if (change instanceof Changes.Delete delete) {
                delete(delete);
            } else if (change instanceof Changes.DeleteRange range) {
                table(range.table()).subMap(range.from(), range.to()).clear();
            }
        }
    }

    private void delete(Changes.Delete delete) {
        byte[] expected = delete.expected();
        if (expected == null || Arrays.equals(expected, table(delete.table()).get(delete.key()))) {
            table(delete.table()).remove(delete.key());
        }
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}

    int size(Table table) {
        return table(table).size();
    }

    private NavigableMap<byte[], byte[]> table(Table table) {
        return Objects.requireNonNull(tables.computeIfAbsent(table, name -> new TreeMap<>(Arrays::compareUnsigned)));
    }
}
