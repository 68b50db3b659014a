package io.leeway.rocks;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts the entries it shows in scans. */
record CountingStore(Store store, AtomicInteger visited) implements Store {
    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        return store.get(table, key);
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        store.scan(table, from, to, (key, value) -> {
            int unused = visited.incrementAndGet();
            return visitor.visit(key, value);
        });
    }

    @Override
    public void commit(Changes changes) {
        store.commit(changes);
    }

    @Override
    public void sync() {
        store.sync();
    }

    @Override
    public void close() {
        store.close();
    }
}
