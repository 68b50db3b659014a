package io.leeway.segments;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment.
 *
 * @param number which one it is; a later one has a higher number
 * @param life a random number that stands in every frame of this segment and in nothing its file held before
 * @param first the position of its first entry
 */
record SegmentHead(long number, long life, long first) {
    /** Frames begin here. */
    static final int BYTES = 64;

    /** "LEEWAYJ" and the version of the form. */
    private static final long MAGIC = 0x4C45_4557_4159_4A01L;

    private static final int CHECKED = 4 * Long.BYTES;

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putLong(number)
                .putLong(life)
                .putLong(first);
        return bytes.putInt(checksum(bytes)).rewind();
    }

    /** The head that stands there, if one does. */
    static Optional<SegmentHead> read(ByteBuffer bytes) {
        if (bytes.remaining() < BYTES || bytes.getInt(CHECKED) != checksum(bytes)) {
            return Optional.empty();
        }
        return Optional.of(bytes)
                .filter(it -> it.getLong() == MAGIC)
                .map(it -> new SegmentHead(it.getLong(), it.getLong(), it.getLong()));
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate().rewind().limit(CHECKED));
        return (int) checksum.getValue();
    }
}
