package io.leeway.segments;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries of a frame, taken apart. */
final class Entries {
    private Entries() {}

    static List<byte[]> of(ByteBuffer frame) {
        ByteBuffer rest = frame.duplicate();
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] entry = new byte[rest.getInt()];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
