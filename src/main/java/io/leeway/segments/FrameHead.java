package io.leeway.segments;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands in front of the entries of one append.
 *
 * @param life of its segment
 * @param first the position of the first entry
 * @param count how many entries there are
 * @param length bytes of the entries, each behind its length
 * @param checksum CRC32C of those bytes
 */
record FrameHead(long life, long first, int count, int length, int checksum) {
    static final int BYTES = 32;

    /** Frames begin at multiples of this. */
    static final int ALIGNED = 8;

    private static final int CHECKED = BYTES - Integer.BYTES;

    /**
     * The head of entries.
     *
     * @throws ArithmeticException when they are 2 GiB or more
     */
    static FrameHead of(long life, long first, List<byte[]> entries) {
        CRC32C checksum = new CRC32C();
        int length = 0;
        for (byte[] entry : entries) {
            checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, entry.length));
            checksum.update(entry);
            length = Math.addExact(length, Math.addExact(Integer.BYTES, entry.length));
        }
        return new FrameHead(life, first, entries.size(), length, (int) checksum.getValue());
    }

    /** The bytes that a frame of these entries takes in a file. */
    static long span(List<byte[]> entries) {
        long bytes = BYTES;
        for (byte[] entry : entries) {
            bytes += Integer.BYTES + (long) entry.length;
        }
        return aligned(bytes);
    }

    /** The bytes that the frame takes in a file. */
    long span() {
        return aligned(BYTES + (long) length);
    }

    /** The position behind its entries. */
    long behind() {
        return first + count;
    }

    void put(ByteBuffer to) {
        int begin = to.position();
        to.putLong(life).putLong(first).putInt(count).putInt(length).putInt(checksum);
        to.putInt(checksum(to, begin));
    }

    /** The head that stands at the buffer's position, if it is one of that life. */
    static Optional<FrameHead> read(ByteBuffer bytes, long life) {
        int begin = bytes.position();
        if (bytes.remaining() < BYTES
                || bytes.getLong(begin) != life
                || bytes.getInt(begin + CHECKED) != checksum(bytes, begin)) {
            return Optional.empty();
        }
        ByteBuffer in = bytes.duplicate();
        return Optional.of(new FrameHead(in.getLong(), in.getLong(), in.getInt(), in.getInt(), in.getInt()));
    }

    private static int checksum(ByteBuffer bytes, int begin) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate().limit(begin + CHECKED).position(begin));
        return (int) checksum.getValue();
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
    }
}
