package io.leeway.segments;

import io.leeway.bytes.MalformedBytesException;
import io.leeway.ingest.Journal.Visitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Shows the entries of some segments.
 *
 * @param from the position of the first entry to show
 * @param until the position behind the last one
 */
record Reading(Disk disk, long from, long until, Visitor visitor) {
    void read(List<Segment> segments) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            long behind = i + 1 < segments.size()
                    ? Math.min(until, segments.get(i + 1).first())
                    : until;
            if (behind > from) {
                read(segments.get(i), behind);
            }
        }
    }

    private void read(Segment segment, long behind) throws IOException {
        Frames frames = new Frames(segment);
        while (frames.position() < behind) {
            FrameHead head = frames.head().orElseThrow(() -> damaged(segment, frames));
            if (head.behind() > from) {
                Optional<ByteBuffer> entries = frames.entries(head);
                show(head.first(), Entries.of(entries.orElseThrow(() -> damaged(segment, frames))));
            }
            frames.pass(head);
        }
    }

    private void show(long first, List<byte[]> entries) {
        long position = first;
        for (byte[] entry : entries) {
            if (position >= from) {
                visitor.visit(position, entry);
            }
            position++;
        }
    }

    private MalformedBytesException damaged(Segment segment, Frames at) {
        return new MalformedBytesException("entry " + at.position() + " of the journal, in " + disk.path(segment.name())
                + " at byte " + at.offset() + ", is not what was written");
    }
}
