package io.leeway.segments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Finds out which entries the files of a journal hold. Changes nothing. The reasoning stands at the package. */
final class Recovery {
    private final Disk disk;
    private long end;
    private Optional<Cut> cut = Optional.empty();
    private Optional<Last> last = Optional.empty();

    /** The last append of the last file: it alone may stand in the system's memory only, and not on the disk. */
    record Last(long first, ByteBuffer entries) {}

    private Recovery(Disk disk) {
        this.disk = disk;
    }

    /**
     * Reads the segments.
     *
     * @param segments by number, at least one
     */
    static Recovery of(Disk disk, List<Segment> segments) throws IOException {
        Recovery recovery = new Recovery(disk);
        for (int i = 0; i + 1 < segments.size(); i++) {
            recovery.readWhole(segments.get(i), segments.get(i + 1));
        }
        recovery.readLast(segments.get(segments.size() - 1));
        return recovery;
    }

    long end() {
        return end;
    }

    Optional<Cut> cut() {
        return cut;
    }

    Optional<Last> last() {
        return last;
    }

    /** A segment ends where the next one begins, whatever stands behind that. */
    private void readWhole(Segment segment, Segment next) throws IOException {
        Frames frames = new Frames(segment);
        passAll(frames, next.first());
        if (frames.position() != next.first()) {
            throw DamagedJournalException.frame(
                    disk.path(segment.name()),
                    frames,
                    "the next file, " + next.name() + ", begins with entry " + next.first());
        }
    }

    private void readLast(Segment segment) throws IOException {
        Frames frames = new Frames(segment);
        passAll(frames, Long.MAX_VALUE);
        end = frames.position();
        last = frames.passedEntries()
                .map(it -> new Last(frames.passed().orElseThrow().first(), it));
        refuseIfLater(segment, frames);
        if (frames.begun()) {
            long bytes = segment.file().size() - frames.offset();
            cut = Optional.of(new Cut(disk.path(segment.name()), frames.offset(), bytes, end));
        }
    }

    private static void passAll(Frames frames, long until) throws IOException {
        Optional<FrameHead> head = sound(frames);
        while (frames.position() < until && head.isPresent()) {
            frames.pass(head.get());
            head = sound(frames);
        }
    }

    /** A frame is written only when the one before it is durable: that one was, and is no more. */
    private void refuseIfLater(Segment segment, Frames frames) throws IOException {
        Optional<Long> later = frames.later();
        if (later.isPresent()) {
            throw DamagedJournalException.frame(
                    disk.path(segment.name()), frames, "a later one stands at byte " + later.get());
        }
    }

    private static Optional<FrameHead> sound(Frames frames) throws IOException {
        Optional<FrameHead> head = frames.head();
        return head.isPresent() && frames.sound(head.get()) ? head : Optional.empty();
    }
}
