package io.leeway.segments;

import io.leeway.segments.Disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Goes through a segment from frame to frame, as far as their positions follow each other. */
final class Frames {
    private static final int CHUNK = 1 << 16;

    private final Segment segment;
    private final DiskFile file;
    private long offset = SegmentHead.BYTES;
    private long position;
    private Optional<FrameHead> passed = Optional.empty();

    Frames(Segment segment) {
        this.segment = segment;
        this.file = segment.file();
        this.position = segment.first();
    }

    /** Where the next frame begins in the file. */
    long offset() {
        return offset;
    }

    /** The position of the next frame's first entry. */
    long position() {
        return position;
    }

    /** The head of the next frame, if it is there. */
    Optional<FrameHead> head() throws IOException {
        return FrameHead.read(bytes(offset, FrameHead.BYTES), segment.head().life())
                .filter(head -> head.first() == position);
    }

    /** Whether the next frame's entries are what was written. */
    boolean sound(FrameHead head) throws IOException {
        CRC32C checksum = new CRC32C();
        long end = offset + FrameHead.BYTES + head.length();
        for (long at = offset + FrameHead.BYTES; at < end; at += CHUNK) {
            int size = (int) Math.min(CHUNK, end - at);
            ByteBuffer chunk = bytes(at, size);
            if (chunk.remaining() < size) {
                return false;
            }
            checksum.update(chunk);
        }
        return (int) checksum.getValue() == head.checksum();
    }

    /** The next frame's entries, if they are what was written. */
    Optional<ByteBuffer> entries(FrameHead head) throws IOException {
        return entries(head, offset);
    }

    /** The frame that was passed last, if one was. */
    Optional<FrameHead> passed() {
        return passed;
    }

    /** The entries of the frame that was passed last. */
    Optional<ByteBuffer> passedEntries() throws IOException {
        return passed.isEmpty()
                ? Optional.empty()
                : entries(passed.get(), offset - passed.get().span());
    }

    private Optional<ByteBuffer> entries(FrameHead head, long at) throws IOException {
        ByteBuffer entries = bytes(at + FrameHead.BYTES, head.length());
        CRC32C checksum = new CRC32C();
        checksum.update(entries.duplicate());
        return Optional.of(entries)
                .filter(it -> it.remaining() == head.length() && (int) checksum.getValue() == head.checksum());
    }

    void pass(FrameHead head) {
        passed = Optional.of(head);
        offset += head.span();
        position = head.behind();
    }

    /** Whether anything at the next frame's place says that its writing had begun. */
    boolean begun() throws IOException {
        ByteBuffer there = bytes(offset, Long.BYTES);
        return there.remaining() == Long.BYTES
                && there.getLong() == segment.head().life();
    }

    /** The first frame behind the next one's place that was written after it. */
    Optional<Long> later() throws IOException {
        for (long chunk = offset + FrameHead.ALIGNED; chunk < file.size(); chunk += CHUNK) {
            ByteBuffer bytes = bytes(chunk, CHUNK + FrameHead.BYTES);
            for (int at = 0; at < CHUNK && at + FrameHead.BYTES <= bytes.limit(); at += FrameHead.ALIGNED) {
                Optional<FrameHead> found =
                        FrameHead.read(bytes.position(at), segment.head().life());
                if (found.filter(head -> head.first() > position).isPresent()) {
                    return Optional.of(chunk + at);
                }
            }
        }
        return Optional.empty();
    }

    private ByteBuffer bytes(long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(size, file.size() - at)));
        file.read(at, bytes);
        return bytes.flip();
    }
}
