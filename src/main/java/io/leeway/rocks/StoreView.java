package io.leeway.rocks;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * What the store of a data folder held when it was opened, for whoever only looks: also while a service has the folder, and
 * without changing a file in it. A table that is not there yet is empty. Not safe for threads.
 */
public final class StoreView implements Store {
    private final DBOptions options;
    private final RocksDB rocks;
    private final Map<String, ColumnFamilyHandle> families;

    private StoreView(DBOptions options, RocksDB rocks, Map<String, ColumnFamilyHandle> families) {
        this.options = options;
        this.rocks = rocks;
        this.families = families;
    }

    /**
     * Looks at what a service keeps.
     *
     * @param data its data folder
     * @throws StoreException with a sentence, when there is nothing to look at
     */
    public static StoreView in(Path data) {
        RocksDB.loadLibrary();
        Path folder = data.resolve("state");
        DBOptions options = new DBOptions().setMaxOpenFiles(256);
        try (Options listing = new Options()) {
            List<ColumnFamilyDescriptor> descriptors = RocksDB.listColumnFamilies(listing, folder.toString()).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            if (descriptors.isEmpty()) {
                throw new RocksDBException("no service has kept anything there");
            }
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            RocksDB rocks = RocksDB.openReadOnly(options, folder.toString(), descriptors, handles);
            return new StoreView(options, rocks, named(descriptors, handles));
        } catch (RocksDBException failure) {
            options.close();
            throw Failures.atOpening(folder, failure);
        }
    }

    private static Map<String, ColumnFamilyHandle> named(
            List<ColumnFamilyDescriptor> descriptors, List<ColumnFamilyHandle> handles) {
        Map<String, ColumnFamilyHandle> named = new HashMap<>();
        for (int i = 0; i < handles.size(); i++) {
            named.put(new String(descriptors.get(i).getName(), StandardCharsets.UTF_8), handles.get(i));
        }
        return named;
    }

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        ColumnFamilyHandle family = families.get(table.name());
        try {
            return family == null ? Optional.empty() : Optional.ofNullable(rocks.get(family, key));
        } catch (RocksDBException failure) {
            throw Failures.of("read " + table.name(), failure);
        }
    }

    @Override
    public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
        ColumnFamilyHandle family = families.get(table.name());
        if (family == null || Arrays.compareUnsigned(from, to) >= 0) {
            return;
        }
        try (Slice end = new Slice(to);
                ReadOptions range = new ReadOptions().setIterateUpperBound(end);
                RocksIterator entries = rocks.newIterator(family, range)) {
            entries.seek(from);
            while (entries.isValid() && visitor.visit(entries.key(), entries.value())) {
                entries.next();
            }
            entries.status();
        } catch (RocksDBException failure) {
            throw Failures.of("read " + table.name(), failure);
        }
    }

    /** Whoever only looks changes nothing. */
    @Override
    public void commit(Changes changes) {
        throw new UnsupportedOperationException("this store is only looked at");
    }

    @Override
    public void sync() {}

    @Override
    public void close() {
        families.values().forEach(ColumnFamilyHandle::close);
        rocks.close();
        options.close();
    }
}
