package io.leeway.rocks;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** How an entry stands in the journal: under its position, behind a CRC32C of position and entry. */
final class JournalEntry {
    private JournalEntry() {}

    static byte[] key(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    static long position(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    static byte[] seal(long position, byte[] entry) {
        return ByteBuffer.allocate(Integer.BYTES + entry.length)
                .putInt(checksum(position, entry))
                .put(entry)
                .array();
    }

    /** The entry, or nothing if these are not the bytes that were written under that position. */
    static Optional<byte[]> unseal(long position, byte[] value) {
        if (value.length < Integer.BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(value);
        int checksum = buffer.getInt();
        byte[] entry = new byte[buffer.remaining()];
        buffer.get(entry);
        return checksum == checksum(position, entry) ? Optional.of(entry) : Optional.empty();
    }

    private static int checksum(long position, byte[] entry) {
        CRC32C checksum = new CRC32C();
        checksum.update(key(position));
        checksum.update(entry);
        return (int) checksum.getValue();
    }
}
