package io.leeway.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A store that forgets everything with the process: for trying out what stands on the port. Safe for several threads. */
public final class HeapStore implements Store {
    private final Map<Table, NavigableMap<byte[], byte[]>> tables = new HashMap<>();
    private final Map<Table, Long> reads = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized Optional<byte[]> get(Table table, byte[] key) {
        read(table);
        return Optional.ofNullable(table(table).get(key)).map(byte[]::clone);
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        for (Map.Entry<byte[], byte[]> entry : entries(table, from, to)) {
            read(table);
            if (!visitor.visit(entry.getKey().clone(), entry.getValue().clone())) {
                return;
            }
        }
    }

    @Override
    public synchronized void commit(Changes changes) {
        changes.all().forEach(this::apply);
    }

    @Override
    public synchronized void sync() {
        checkOpen();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /** How many values of a table have been asked for. */
    public synchronized long reads(Table table) {
        return reads.getOrDefault(table, 0L);
    }

    private synchronized void read(Table table) {
        reads.merge(table, 1L, Long::sum);
    }

    private synchronized List<Map.Entry<byte[], byte[]>> entries(Table table, byte[] from, byte[] to) {
        return Arrays.compareUnsigned(from, to) < 0
                ? List.copyOf(new TreeMap<>(table(table).subMap(from, true, to, false)).entrySet())
                : List.of();
    }

    private void apply(Changes.Change change) {
        if (change instanceof Changes.Put put) {
            table(put.table()).put(put.key().clone(), put.value().clone());
        } else if (change instanceof Changes.Delete delete) {
            delete(delete);
        } else if (change instanceof Changes.DeleteRange range
                && Arrays.compareUnsigned(range.from(), range.to()) < 0) {
            table(range.table()).subMap(range.from(), true, range.to(), false).clear();
        }
    }

    private void delete(Changes.Delete delete) {
        byte[] expected = delete.expected();
        if (expected == null || Arrays.equals(expected, table(delete.table()).get(delete.key()))) {
            table(delete.table()).remove(delete.key());
        }
    }

    private NavigableMap<byte[], byte[]> table(Table table) {
        checkOpen();
        return tables.computeIfAbsent(table, name -> new TreeMap<>(Arrays::compareUnsigned));
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }
}
