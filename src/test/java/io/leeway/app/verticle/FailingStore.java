package io.leeway.app.verticle;

import io.leeway.state.Changes;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store on a disk that now and then takes no commit, or cannot be read either. */
final class FailingStore implements Store {
    final HeapStore sound = new HeapStore();
    final AtomicInteger refused = new AtomicInteger();
    volatile boolean takesNothing;
    volatile boolean cannotBeRead;

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        failIf(cannotBeRead);
        return sound.get(table, key);
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        failIf(cannotBeRead);
        sound.scan(table, from, to, visitor);
    }

    @Override
    public void commit(Changes changes) {
        failIf(takesNothing);
        sound.commit(changes);
    }

    @Override
    public void sync() {
        failIf(takesNothing);
    }

    @Override
    public void close() {
        sound.close();
    }

    private void failIf(boolean failing) {
        if (failing) {
            int unused = refused.incrementAndGet();
            throw new StoreException("the disk is full", true, new IOException("No space left on device"));
        }
    }
}
