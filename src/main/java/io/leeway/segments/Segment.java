package io.leeway.segments;

import io.leeway.segments.Disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** One file of the journal in one of its lives, and where its next frame goes. */
final class Segment implements Closeable {
    private final String name;
    private final SegmentHead head;
    private final DiskFile file;
    private final long begun;
    private long offset = SegmentHead.BYTES;
    private boolean sound;

    /**
     * A segment.
     *
     * @param begun when this process began it or found it, in nanoseconds of the caller's clock
     */
    Segment(String name, SegmentHead head, DiskFile file, long begun) {
        this.name = name;
        this.head = head;
        this.file = file;
        this.begun = begun;
    }

    String name() {
        return name;
    }

    SegmentHead head() {
        return head;
    }

    DiskFile file() {
        return file;
    }

    long begun() {
        return begun;
    }

    /** The position of its first entry. */
    long first() {
        return head.first();
    }

    /** Where the next frame ends if it takes so many bytes. */
    long endOf(long span) {
        return offset + span;
    }

    /** Whether all that was ever written here by this process is on the disk: only then may the file be used again. */
    boolean sound() {
        return sound;
    }

    /** Writes a frame; durable when it returns. */
    void append(long position, List<byte[]> entries, ByteBuffer staging) throws IOException {
        sound = false;
        FrameHead frame = FrameHead.of(head.life(), position, entries);
        new FrameWriter(file, offset, staging).write(frame, entries);
        file.force();
        sound = true;
        offset += frame.span();
    }

    /** Makes durable that it begins here, before its first frame. */
    void force() throws IOException {
        file.force();
        sound = true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
