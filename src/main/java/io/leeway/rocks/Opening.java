package io.leeway.rocks;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.state.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rocksdb.AbstractImmutableNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WALRecoveryMode;

/** How a database is opened: what it is allowed to take, and what it must refuse. */
final class Opening {
    /** The column family every RocksDB has. */
    static final String DEFAULT = "default";

    private static final long MIB = 1L << 20;
    /** Blocks kept in memory. */
    private static final long CACHE = 32 * MIB;
    /** Changes kept in memory, over all tables, until they are written as files. */
    private static final long WRITE_BUFFERS = 64 * MIB;
    /** The log's largest size: what has to be read again after a crash. */
    private static final long LARGEST_LOG = 256 * MIB;
    /** So old a file is written anew: what was deleted leaves the disk within this time and that of its log. */
    private static final Duration LONGEST_IN_FILES = Duration.ofDays(7);
    /**
     * So many flushed files are merged at once with what lies below them, which is written anew each time. Together with
     * {@link #COMPRESSION} that halves the processor time of a row: 0.28 instead of 0.54 seconds a million, over the first
     * ten million.
     */
    private static final int FLUSHED_TOGETHER = 8;

    /**
     * By level, the last for all below: the first two, which hold some 256 MiB and are soon written again, are not compressed.
     */
    private static final List<CompressionType> COMPRESSION =
            List.of(CompressionType.NO_COMPRESSION, CompressionType.NO_COMPRESSION, CompressionType.LZ4_COMPRESSION);

    /** Bits a key for the filters: one needless file read in a hundred. */
    private static final int FILTER_BITS = 10;

    private final Path folder;
    private final Set<String> names;
    private final Deque<AbstractImmutableNativeReference> natives = new ArrayDeque<>();

    private Opening(Path folder, Collection<String> names) {
        this.folder = folder;
        this.names = new LinkedHashSet<>(List.of(DEFAULT));
        this.names.addAll(names);
    }

    /**
     * Opens the database in a folder, creating both where they are missing.
     *
     * @throws StoreException with a sentence: in use, damaged, of a later release, no place, no permission
     */
    static Opened open(Path folder, Collection<String> families) {
        RocksDB.loadLibrary();
        Opening opening = new Opening(folder, families);
        try {
            Files.createDirectories(folder);
            opening.refuseUnknownFamilies();
            return opening.open();
        } catch (RocksDBException failure) {
            opening.natives.forEach(AbstractImmutableNativeReference::close);
            throw Failures.atOpening(folder, failure);
        } catch (IOException failure) {
            throw new StoreException("cannot create the folder " + folder + ": " + failure, false, failure);
        }
    }

    private void refuseUnknownFamilies() throws RocksDBException {
        if (!Files.exists(folder.resolve("CURRENT"))) {
            return;
        }
        try (Options options = new Options()) {
            String unknown = RocksDB.listColumnFamilies(options, folder.toString()).stream()
                    .map(name -> new String(name, StandardCharsets.UTF_8))
                    .filter(name -> !names.contains(name))
                    .collect(Collectors.joining(", "));
            if (!unknown.isEmpty()) {
                throw Failures.unknownTables(folder, unknown);
            }
        }
    }

    private Opened open() throws RocksDBException {
        ColumnFamilyOptions familyOptions = free(familyOptions());
        DBOptions options = free(options());
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        List<ColumnFamilyDescriptor> descriptors = names.stream()
                .map(name -> new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), familyOptions))
                .toList();
        RocksDB rocks = free(RocksDB.open(options, folder.toString(), descriptors, handles));
        handles.forEach(this::free);
        return new Opened(rocks, named(handles), natives);
    }

    private Map<String, ColumnFamilyHandle> named(List<ColumnFamilyHandle> handles) {
        Map<String, ColumnFamilyHandle> named = new LinkedHashMap<>();
        for (String name : names) {
            named.put(name, handles.get(named.size()));
        }
        return named;
    }

    private static DBOptions options() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setDbWriteBufferSize(WRITE_BUFFERS)
                .setMaxTotalWalSize(LARGEST_LOG)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(256)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0);
    }

    private ColumnFamilyOptions familyOptions() {
        return new ColumnFamilyOptions()
                .setCompressionPerLevel(COMPRESSION)
                .setLevel0FileNumCompactionTrigger(FLUSHED_TOGETHER)
                .setPeriodicCompactionSeconds(LONGEST_IN_FILES.toSeconds())
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(free(new LRUCache(CACHE)))
                        .setFilterPolicy(free(new BloomFilter(FILTER_BITS))));
    }

    /** Remembers what must be freed; later things, which stand on earlier ones, go first. */
    @CanIgnoreReturnValue
    private <T extends AbstractImmutableNativeReference> T free(T part) {
        natives.addFirst(part);
        return part;
    }
}
