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
    private long offset = SegmentHead.BYTES;
    private boolean sound;

    Segment(String name, SegmentHead head, DiskFile file) {
        this.name = name;
        this.head = head;
        this.file = file;
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

    @Override
    public void close() throws IOException {
        file.close();
    }
}
