package io.leeway.segments;

import io.leeway.segments.Disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a journal: {@code <number>.segment} holds entries, {@code <number>.spare} nothing that is needed. A spare
 * becomes a segment by a new head and a first append, both durable before it gets its new name. Only files that this
 * process has begun, and that never failed, are used again, with zeros behind what they held, and soon or not at all: so
 * nothing that was forgotten stays for long behind what is written over it.
 */
final class SegmentFiles {
    /** So many spares are kept: 5 s between checkpoints at 100 MB/s. */
    private static final int MOST_SPARES = 8;
    /** Files grow by so much, with zeros, before it is needed: only then writes find their place on the disk reserved. */
    private static final int STEP = 4 << 20;

    /** So long a file is written to, and so long a spare waits: what is forgotten is gone after three times as long. */
    private static final Duration TURN = Duration.ofHours(1);

    private static final Pattern NAME = Pattern.compile("(\\d{16})\\.(segment|spare)");

    private final Disk disk;
    private final long size;
    private final LongSupplier nanos;
    private final SecureRandom lives = new SecureRandom();
    private final Deque<Spare> spares = new ArrayDeque<>();
    /** Renamed to spares; not written to before that is durable. */
    private final Deque<Spare> freed = new ArrayDeque<>();

    private boolean settled;
    private long newest;

    /**
     * The files of a folder.
     *
     * @param size of a full one, in bytes
     * @param nanos a clock that only goes on
     */
    SegmentFiles(Disk disk, long size, LongSupplier nanos) {
        this.disk = disk;
        this.size = size;
        this.nanos = nanos;
    }

    /**
     * A file to be used again.
     *
     * @param since when it was freed
     */
    private record Spare(String name, long since) {}

    Disk disk() {
        return disk;
    }

    /** Opens those that may hold entries, by number. */
    List<Segment> open() throws IOException {
        List<Segment> segments = new ArrayList<>();
        try {
            for (String name : disk.names()) {
                Matcher matcher = NAME.matcher(name);
                if (matcher.matches()) {
                    newest = Long.parseLong(matcher.group(1));
                    open(name, matcher.group(2)).ifPresent(segments::add);
                }
            }
            return segments;
        } catch (IOException e) {
            for (Segment segment : segments) {
                segment.close();
            }
            throw e;
        }
    }

    /** Makes sure that files have the names they were given. */
    void settle() throws IOException {
        if (!settled) {
            disk.force();
            settled = true;
            spares.addAll(freed);
            freed.clear();
        }
    }

    /** A new segment that holds a first append, or nothing yet; durable once the files are settled. */
    Segment begin(long first, List<byte[]> entries, ByteBuffer staging) throws IOException {
        String spare = spare();
        SegmentHead head = new SegmentHead(++newest, lives.nextLong(), first);
        Segment segment = new Segment(name(head.number(), "segment"), head, disk.open(spare), nanos.getAsLong());
        try {
            claim(segment, FrameHead.span(entries));
            segment.file().write(0, head.bytes());
            if (entries.isEmpty()) {
                segment.force();
            } else {
                segment.append(first, entries, staging);
            }
            disk.rename(spare, segment.name());
        } catch (IOException e) {
            segment.close();
            discard(spare);
            throw e;
        }
        settled = false;
        spares.removeIf(it -> it.name().equals(spare));
        return segment;
    }

    /** Whether another frame of so many bytes has its place in the segment; a larger one gets a file for itself. */
    boolean fits(Segment segment, long span) {
        return segment.endOf(span) <= size;
    }

    /** Reserves the place of a segment's next frame on the disk. */
    void claim(Segment segment, long span) throws IOException {
        claim(segment.file(), segment.endOf(span));
    }

    /** Makes sure that a next segment finds a spare to begin in. */
    void reserve() throws IOException {
        settle();
        String spare = spare();
        try (DiskFile file = disk.open(spare)) {
            claim(file, 1);
            file.write(0, ByteBuffer.allocate(SegmentHead.BYTES));
            file.force();
        } catch (IOException e) {
            discard(spare);
            throw e;
        }
    }

    /** A file that failed once is not written to again: nobody knows what is on the disk, and later fsyncs do not tell. */
    private void discard(String spare) {
        spares.removeIf(it -> it.name().equals(spare));
        try {
            disk.delete(spare);
        } catch (IOException leftBehind) {
            // It holds nothing; the next start finds it.
        }
    }

    private void claim(DiskFile file, long end) throws IOException {
        int step = (int) Math.min(STEP, size);
        long until = (end + step - 1) / step * step;
        for (long at = file.size(); at < until; at = file.size()) {
            file.write(at, ByteBuffer.allocate((int) Math.min(step, until - at)));
        }
    }

    /** Whether the segment has been written to for so long that the next append belongs into another. */
    boolean isOld(Segment segment) {
        return isOld(segment.begun());
    }

    /** The segment's entries are no longer needed. */
    void retire(Segment segment) throws IOException {
        long rest = segment.file().size() - segment.endOf(0);
        boolean kept = segment.sound()
                && segment.file().size() <= size
                && rest <= STEP
                && spares.size() + freed.size() < MOST_SPARES;
        String spare = name(segment.head().number(), "spare");
        if (kept) {
            segment.file().write(segment.endOf(0), ByteBuffer.allocate((int) rest));
            disk.rename(segment.name(), spare);
            freed.add(new Spare(spare, nanos.getAsLong()));
        } else {
            disk.delete(segment.name());
        }
        settled = false;
    }

    /** Spares for which there was no use are given back. */
    void dropOldSpares() throws IOException {
        while (!spares.isEmpty() && isOld(spares.getFirst().since())) {
            disk.delete(spares.getFirst().name());
            spares.removeFirst();
        }
    }

    private boolean isOld(long since) {
        return nanos.getAsLong() - since >= TURN.toNanos();
    }

    private String spare() throws IOException {
        if (spares.isEmpty()) {
            String name = name(++newest, "spare");
            disk.create(name).close();
            spares.add(new Spare(name, nanos.getAsLong()));
        }
        return spares.getFirst().name();
    }

    private Optional<Segment> open(String name, String kind) throws IOException {
        if (kind.equals("spare")) {
            discard(name);
            return Optional.empty();
        }
        DiskFile file = disk.open(name);
        try {
            return Optional.of(new Segment(name, head(name, file), file, nanos.getAsLong()));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private SegmentHead head(String name, DiskFile file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SegmentHead.BYTES);
        file.read(0, bytes);
        return SegmentHead.read(bytes.flip())
                .filter(it -> name(it.number(), "segment").equals(name))
                .orElseThrow(() -> DamagedJournalException.head(disk.path(name)));
    }

    private static String name(long number, String kind) {
        return String.format(Locale.ROOT, "%016d.%s", number, kind);
    }
}
