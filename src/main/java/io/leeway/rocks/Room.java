package io.leeway.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a disk takes files: it is asked to take one. */
final class Room {
    /** What opening a database takes at the least. */
    private static final int BYTES = 4 << 20;

    private Room() {}

    /** Throws what a write of the size of a small file meets with. */
    static void check(Path folder) throws IOException {
        Path probe = folder.resolve("room.tmp");
        try (FileChannel file = FileChannel.open(
                probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer zeros = ByteBuffer.allocate(BYTES);
            while (zeros.hasRemaining()) {
                int unused = file.write(zeros);
            }
            file.force(true);
        } finally {
            boolean unused = Files.deleteIfExists(probe);
        }
    }
}
