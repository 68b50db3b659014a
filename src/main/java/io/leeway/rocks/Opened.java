package io.leeway.rocks;

import java.util.Deque;
import java.util.Map;
import org.rocksdb.AbstractImmutableNativeReference;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;

/**
 * The native parts of a database that is open.
 *
 * @param natives everything to free, the first one first
 */
record Opened(
        RocksDB rocks, Map<String, ColumnFamilyHandle> families, Deque<AbstractImmutableNativeReference> natives) {
    void free() {
        natives.forEach(AbstractImmutableNativeReference::close);
        natives.clear();
    }
}
