package io.leeway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ConfigOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.OptionsUtil;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Compacts a stopped service's store with the options it was written with. */
final class Compaction {
    private Compaction() {}

    /** Bytes on disk of some tables once everything is compacted. */
    static long bytesOf(List<String> tables, Path store) throws IOException {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (ConfigOptions config = new ConfigOptions();
                DBOptions options = new DBOptions()) {
            OptionsUtil.loadLatestOptions(config, store.toString(), options, families);
            try (RocksDB rocks = RocksDB.open(options, store.toString(), families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    rocks.compactRange(handle);
                }
                long bytes = 0;
                for (String table : tables) {
                    bytes += rocks.getLongProperty(named(table, handles), "rocksdb.total-sst-files-size");
                }
                handles.forEach(ColumnFamilyHandle::close);
                return bytes;
            }
        } catch (RocksDBException e) {
            throw new IOException("compacting " + store, e);
        }
    }

    private static ColumnFamilyHandle named(String table, List<ColumnFamilyHandle> handles) throws RocksDBException {
        for (ColumnFamilyHandle handle : handles) {
            if (Arrays.equals(handle.getName(), table.getBytes(UTF_8))) {
                return handle;
            }
        }
        throw new IllegalStateException("there is no table " + table);
    }
}
