package io.leeway.segments;

import io.leeway.segments.Disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes a frame through a buffer outside the heap: one write for all that fits into it. */
final class FrameWriter {
    private final DiskFile file;
    private final ByteBuffer staging;
    private long at;

    FrameWriter(DiskFile file, long at, ByteBuffer staging) {
        this.file = file;
        this.at = at;
        this.staging = staging.clear();
    }

    void write(FrameHead head, List<byte[]> entries) throws IOException {
        head.put(staging);
        for (byte[] entry : entries) {
            makeRoomFor(Integer.BYTES);
            staging.putInt(entry.length);
            put(entry);
        }
        int padding = (int) (head.span() - FrameHead.BYTES - head.length());
        makeRoomFor(padding);
        staging.put(new byte[padding]);
        flush();
    }

    private void put(byte[] entry) throws IOException {
        for (int done = 0; done < entry.length; ) {
            makeRoomFor(1);
            int part = Math.min(staging.remaining(), entry.length - done);
            staging.put(entry, done, part);
            done += part;
        }
    }

    private void makeRoomFor(int bytes) throws IOException {
        if (staging.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        int bytes = staging.flip().remaining();
        file.write(at, staging);
        at += bytes;
        staging.clear();
    }
}
