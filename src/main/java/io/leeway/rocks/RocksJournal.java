package io.leeway.rocks;

import io.leeway.bytes.MalformedBytesException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The journal in a RocksDB of its own: one key an entry, one synced write batch an append.
 *
 * <p>After a failed write nothing more is taken until the journal is opened again, for what stands behind the log's last
 * good byte is unknown; entries of the failed append may be there then. Every method but {@link #start} and
 * {@link #end} throws {@link IllegalStateException} after {@link #close}.
 */
public final class RocksJournal implements Journal {
    private static final String META = "meta";
    private static final byte[] START = "start".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);
    /** Read ahead of a replay, which reads in order. */
    private static final long READ_AHEAD = 2L << 20;

    private final Database database;
    private volatile long start;
    private volatile long end;
    private @Nullable JournalException failed;

    private RocksJournal(Database database) throws RocksDBException {
        this.database = database;
        this.start = database.use(rocks -> meta(rocks, START));
        this.end = Math.max(database.use(rocks -> meta(rocks, END)), database.use(RocksJournal::behindLast));
    }

    /**
     * Opens the journal in a folder of its own, creating it where it is missing.
     *
     * @throws io.leeway.state.StoreException with a sentence, when it cannot be opened
     */
    public static RocksJournal open(Path folder) {
        Database database = Opening.open(folder, List.of(META));
        try {
            return new RocksJournal(database);
        } catch (RocksDBException failure) {
            database.close();
            throw Failures.atOpening(folder, failure);
        }
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public synchronized void append(List<byte[]> entries) throws JournalException {
        if (failed != null) {
            throw new JournalException(
                    "the journal in " + database.folder() + " is closed after a failed write until the service starts"
                            + " again: " + failed.getMessage(),
                    failed.full(),
                    failed);
        }
        attempt(rocks -> putAll(rocks, entries));
        if (failed != null) {
            throw failed;
        }
        end += entries.size();
    }

    @Override
    public void read(long from, Visitor visitor) {
        if (from < start) {
            throw new IllegalArgumentException("position " + from + " of the journal in " + database.folder()
                    + " is forgotten, it begins at " + start);
        }
        long until = end;
        try {
            boolean unused = database.use(rocks -> walk(rocks, from, until, visitor));
        } catch (RocksDBException failure) {
            throw new MalformedBytesException("the journal in " + database.folder() + " cannot be read from position "
                    + from + " on: " + failure.getMessage());
        }
    }

    /** {@inheritDoc} Where the disk does not take it, the entries stay and the next append says why. */
    @Override
    public synchronized void forgetBefore(long position) {
        long until = Math.min(position, end);
        if (failed != null || until <= start) {
            return;
        }
        attempt(rocks -> forget(rocks, until));
        if (failed == null) {
            start = until;
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private void putAll(RocksDB rocks, List<byte[]> entries) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            long position = end;
            for (byte[] entry : entries) {
                batch.put(JournalEntry.key(position), JournalEntry.seal(position, entry));
                position++;
            }
            write(rocks, batch);
        }
    }

    private void forget(RocksDB rocks, long until) throws RocksDBException {
        byte[] first = JournalEntry.key(start);
        byte[] behind = JournalEntry.key(until);
        try (WriteBatch batch = new WriteBatch()) {
            batch.deleteRange(first, behind);
            batch.put(database.family(META), START, behind);
            batch.put(database.family(META), END, JournalEntry.key(end));
            write(rocks, batch);
        }
        rocks.deleteFilesInRanges(database.family(Opening.DEFAULT), List.of(first, behind), false);
    }

    private static void write(RocksDB rocks, WriteBatch batch) throws RocksDBException {
        try (WriteOptions durable = new WriteOptions().setSync(true)) {
            rocks.write(durable, batch);
        }
    }

    /** Changes the database, and remembers when that failed. */
    private void attempt(Change change) {
        try {
            boolean unused = database.use(rocks -> {
                change.on(rocks);
                return true;
            });
        } catch (RocksDBException failure) {
            boolean full = Failures.full(failure);
            String why = full ? "the disk is full" : failure.getMessage();
            failed = new JournalException(
                    "cannot write the journal in " + database.folder() + ": " + why, full, failure);
        }
    }

    private boolean walk(RocksDB rocks, long from, long until, Visitor visitor) throws RocksDBException {
        try (Slice bound = new Slice(JournalEntry.key(until));
                ReadOptions options = new ReadOptions()
                        .setIterateUpperBound(bound)
                        .setReadaheadSize(READ_AHEAD)
                        .setFillCache(false);
                RocksIterator entries = rocks.newIterator(database.family(Opening.DEFAULT), options)) {
            entries.seek(JournalEntry.key(from));
            for (long position = from; position < until; position++) {
                visitor.visit(position, entry(entries, position));
                entries.next();
            }
            return true;
        }
    }

    private byte[] entry(RocksIterator entries, long position) throws RocksDBException {
        entries.status();
        if (!entries.isValid() || JournalEntry.position(entries.key()) != position) {
            throw damaged(position, "it is missing");
        }
        return JournalEntry.unseal(position, entries.value())
                .orElseThrow(() -> damaged(position, "its checksum is wrong"));
    }

    private MalformedBytesException damaged(long position, String how) {
        return new MalformedBytesException(
                "entry " + position + " of the journal in " + database.folder() + " is damaged: " + how);
    }

    private long meta(RocksDB rocks, byte[] key) throws RocksDBException {
        return Optional.ofNullable(rocks.get(database.family(META), key))
                .map(JournalEntry::position)
                .orElse(0L);
    }

    private static long behindLast(RocksDB rocks) {
        try (RocksIterator entries = rocks.newIterator()) {
            entries.seekToLast();
            return entries.isValid() ? JournalEntry.position(entries.key()) + 1 : 0;
        }
    }

    @FunctionalInterface
    private interface Change {
        void on(RocksDB rocks) throws RocksDBException;
    }
}
