package io.leeway.segments;

import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The journal in files of its own: an append is one frame, one write and one fsync; files are reserved before they are
 * written and used again once their entries are forgotten. How it survives crashes and failures stands at the package.
 *
 * <p>After a failed append the next one begins a new file, which ends the old one at its last good entry; as long as that
 * fails too, every append does. Every method but {@link #start}, {@link #end} and {@link #cut} throws
 * {@link IllegalStateException} after {@link #close}.
 */
public final class SegmentJournal implements Journal {
    /** A full file: at 100 MB/s one in less than a second. */
    private static final long SIZE = 64L << 20;
    /** What is written at once. */
    private static final int STAGING = 1 << 20;

    private final SegmentFiles files;
    private final List<Segment> segments;
    private final ByteBuffer staging = ByteBuffer.allocateDirect(STAGING);
    /** The segment to append to; none before the first append and after one that failed. */
    private Optional<Segment> current = Optional.empty();

    private volatile long start;
    private volatile long end;
    private int readers;
    private Optional<Cut> cut = Optional.empty();
    private boolean closed;

    private SegmentJournal(SegmentFiles files, List<Segment> segments) {
        this.files = files;
        this.segments = new ArrayList<>(segments);
    }

    /**
     * Opens the journal in a folder of its own, creating it where it is missing.
     *
     * @throws DamagedJournalException when what stands there is not all that was written
     * @throws IOException with a sentence, when it cannot be read or written
     */
    public static SegmentJournal open(Path folder) throws IOException {
        return open(folder, SIZE);
    }

    /**
     * Opens the journal in a folder of its own, creating it where it is missing.
     *
     * @param size of a full file, in bytes; it may differ from the last time
     * @throws DamagedJournalException when what stands there is not all that was written
     * @throws IOException with a sentence, when it cannot be read or written
     */
    public static SegmentJournal open(Path folder, long size) throws IOException {
        return open(Folder.of(folder), size, System::nanoTime);
    }

    /**
     * Opens the journal on a disk.
     *
     * @param nanos a clock that only goes on
     */
    static SegmentJournal open(Disk disk, long size, LongSupplier nanos) throws IOException {
        Troubles.refuseOtherJournals(disk);
        try {
            return open(new SegmentFiles(disk, size, nanos));
        } catch (DamagedJournalException e) {
            throw e;
        } catch (IOException e) {
            throw Troubles.ofOpening(disk, e);
        }
    }

    private static SegmentJournal open(SegmentFiles files) throws IOException {
        List<Segment> segments = files.open();
        SegmentJournal journal = new SegmentJournal(files, segments);
        try {
            journal.recover();
            return journal;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /** The last append is written once more: a failed fsync may have left it where only this system can read it. */
    private void recover() throws IOException {
        if (segments.isEmpty()) {
            return;
        }
        Recovery found = Recovery.of(files.disk(), segments);
        cut = found.cut();
        start = segments.get(0).first();
        end = found.last().map(Recovery.Last::first).orElse(found.end());
        if (found.last().isPresent()) {
            write(Entries.of(found.last().get().entries()));
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

    /** What was left out at opening, if anything was. */
    public Optional<Cut> cut() {
        return cut;
    }

    @Override
    public synchronized void append(List<byte[]> entries) throws JournalException {
        checkOpen();
        if (entries.isEmpty()) {
            return;
        }
        try {
            write(entries);
        } catch (IOException e) {
            throw Troubles.ofWriting(files.disk(), e);
        }
    }

    @Override
    public synchronized void mend() throws JournalException {
        checkOpen();
        if (current.isEmpty()) {
            try {
                files.reserve();
            } catch (IOException e) {
                throw Troubles.ofWriting(files.disk(), e);
            }
        }
    }

    @Override
    public void read(long from, Visitor visitor) {
        List<Segment> read = new ArrayList<>();
        long until;
        synchronized (this) {
            checkOpen();
            if (from < start) {
                throw new IllegalArgumentException(
                        "position " + from + " of the journal is forgotten, it begins at " + start);
            }
            until = end;
            read.addAll(segments);
            readers++;
        }
        try {
            new Reading(files.disk(), from, until, visitor).read(read);
        } catch (IOException e) {
            checkOpen();
            throw new UncheckedIOException("the journal cannot be read from position " + from + " on", e);
        } finally {
            ended();
        }
    }

    /** {@inheritDoc} Their files go when nobody reads and the disk takes it; else a later call takes them. */
    @Override
    public synchronized void forgetBefore(long position) {
        checkOpen();
        start = Math.max(start, Math.min(position, end));
        try {
            turnOver();
            retire();
            files.dropOldSpares();
        } catch (IOException tryLater) {
            // What is not needed harms nobody; whether the disk can be written to, the next append tells.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Segment segment : segments) {
            try {
                segment.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing the journal", e);
            }
        }
        segments.clear();
    }

    private synchronized void write(List<byte[]> entries) throws IOException {
        long span = FrameHead.span(entries);
        Optional<Segment> into = current.filter(it -> files.fits(it, span) && !files.isOld(it));
        if (into.isPresent()) {
            current = Optional.empty();
            files.claim(into.get(), span);
            into.get().append(end, entries, staging);
        } else {
            retire();
            into = Optional.of(begin(entries));
        }
        current = into;
        end += entries.size();
    }

    private Segment begin(List<byte[]> entries) throws IOException {
        current = Optional.empty();
        Segment next = files.begin(end, entries, staging);
        segments.add(next);
        files.settle();
        return next;
    }

    /** When nothing comes, an old file of which all is forgotten is let go of for an empty one. */
    private void turnOver() throws IOException {
        if (start == end
                && current.filter(it -> it.first() < end && files.isOld(it)).isPresent()) {
            current = Optional.of(begin(List.of()));
        }
    }

    /** Lets go of what is forgotten, or was begun anew, the oldest first: a gap would look like a loss. */
    private void retire() throws IOException {
        files.settle();
        for (int i = 0; readers == 0 && i + 1 < segments.size(); ) {
            Segment segment = segments.get(i);
            if (segments.get(i + 1).first() <= Math.max(start, segment.first())) {
                files.retire(segment);
                segments.remove(i);
                segment.close();
                files.settle();
            } else {
                i++;
            }
        }
    }

    private synchronized void ended() {
        readers--;
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
    }
}
