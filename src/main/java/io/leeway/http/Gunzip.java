package io.leeway.http;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) as it arrives, one member or several. Holds no more than one piece of what comes out, so a
 * small body that grows without end is stopped by whoever counts it.
 */
final class Gunzip implements AutoCloseable {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    /** What a member is made of, in order. */
    private enum Part {
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEADER_CHECK,
        DATA,
        TRAILER
    }

    private final Bytes out;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] piece = new byte[32 * 1024];
    private Part part = Part.HEADER;
    private int flags;
    private int seen;
    private long value;
    private int extra;
    private boolean any;

    Gunzip(Bytes out) {
        this.out = out;
    }

    void feed(byte[] bytes, int from, int to) throws DataFormatException {
        int at = from;
        while (at < to) {
            if (part == Part.DATA) {
                at = inflate(bytes, at, to);
            } else {
                around(bytes[at++] & 0xFF);
            }
        }
    }

    /** To be called behind the last byte. */
    void finish() throws DataFormatException {
        require(any && part == Part.HEADER && seen == 0, "the body ends too early");
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] bytes, int from, int to) throws DataFormatException {
        inflater.setInput(bytes, from, to - from);
        int count = inflater.inflate(piece);
        while (count > 0) {
            check.update(piece, 0, count);
            out.take(piece, 0, count);
            count = inflater.inflate(piece);
        }
        require(!inflater.needsDictionary(), "it needs a dictionary");
        int rest = inflater.getRemaining();
        if (inflater.finished()) {
            begin(Part.TRAILER);
        }
        return to - rest;
    }

    /** A byte of the header or the trailer; numbers in it have their lowest byte first. */
    private void around(int octet) throws DataFormatException {
        switch (part) {
            case HEADER -> header(octet);
            case EXTRA_LENGTH -> {
                number(octet);
                if (seen == 2) {
                    extra = (int) value;
                    begin(extra == 0 ? after(Part.EXTRA) : Part.EXTRA);
                }
            }
            case EXTRA -> {
                if (++seen == extra) {
                    begin(after(Part.EXTRA));
                }
            }
            case NAME, COMMENT -> {
                if (octet == 0) {
                    begin(after(part));
                }
            }
            case HEADER_CHECK -> {
                if (++seen == 2) {
                    begin(Part.DATA);
                }
            }
            case DATA, TRAILER -> trailer(octet);
        }
    }

    private void header(int octet) throws DataFormatException {
        require(seen != 0 || octet == 0x1F, "it does not begin like gzip");
        require(seen != 1 || octet == 0x8B, "it does not begin like gzip");
        require(seen != 2 || octet == 8, "its method is unknown");
        if (seen == 3) {
            flags = octet;
        }
        if (++seen == HEADER) {
            begin(after(Part.HEADER));
        }
    }

    private void trailer(int octet) throws DataFormatException {
        number(octet);
        if (seen == TRAILER) {
            long written = inflater.getBytesWritten() & 0xFFFF_FFFFL;
            require(value == (check.getValue() | (written << 32)), "its checksum is wrong");
            any = true;
            check.reset();
            inflater.reset();
            begin(Part.HEADER);
        }
    }

    private Part after(Part done) {
        for (Part next : Part.values()) {
            if (next.compareTo(done) > 0 && next != Part.EXTRA && present(next)) {
                return next;
            }
        }
        return Part.DATA;
    }

    private boolean present(Part optional) {
        int flag = switch (optional) {
            case HEADER_CHECK -> 2;
            case EXTRA_LENGTH -> 4;
            case NAME -> 8;
            case COMMENT -> 16;
            default -> 0;
        };
        return flag == 0 || (flags & flag) != 0;
    }

    private void begin(Part next) {
        part = next;
        seen = 0;
        value = 0;
    }

    private void number(int octet) {
        value |= ((long) octet) << (8 * seen++);
    }

    private static void require(boolean holds, String otherwise) throws DataFormatException {
        if (!holds) {
            throw new DataFormatException(otherwise);
        }
    }

    /** Takes bytes, which may change afterwards. */
    @FunctionalInterface
    interface Bytes {
        void take(byte[] bytes, int from, int to);
    }
}
