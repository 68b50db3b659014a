package io.leeway.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The cells of one CSV record, unquoted: one array of bytes and where each cell ends. Used again for every record. */
final class CsvRecord {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final int longest;
    private byte[] bytes = new byte[256];
    private int length;
    private int[] ends = new int[16];
    private int cells;
    private boolean tooLong;
    private char[] chars = new char[64];

    /** @param longest the most bytes of a record */
    CsvRecord(int longest) {
        this.longest = longest;
    }

    void clear() {
        length = 0;
        cells = 0;
        tooLong = false;
    }

    void append(byte octet) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        tooLong |= length == longest;
        if (!tooLong) {
            bytes[length++] = octet;
        }
    }

    void endCell() {
        tooLong |= cells > longest;
        if (tooLong) {
            return;
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = length;
    }

    /** Takes back a carriage return that turned out to belong to the line end. */
    void dropCarriageReturn() {
        int start = cells == 0 ? 0 : ends[cells - 1];
        if (length > start && bytes[length - 1] == '\r') {
            length--;
        }
    }

    int cells() {
        return cells;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Whether there is nothing but one empty cell. */
    boolean blank() {
        return cells == 1 && length == 0 && !tooLong;
    }

    /** Whether there is nothing yet but the bytes EF BB BF, with which some programs begin a file. */
    boolean isByteOrderMark() {
        return cells == 0
                && length == 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }

    /**
     * A cell's value: missing when empty, NA, NaN or null; a number when JSON would write it so; else a text.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    void read(int index, Cell cell) throws CharacterCodingException {
        int count = decode(index);
        if (count == 0 || isMissing(count)) {
            cell.missing();
        } else if (JsonNumbers.is(chars, 0, count)) {
            cell.number(JsonNumbers.value(chars, 0, count), chars, 0, count);
        } else {
            cell.text(chars, 0, count);
        }
    }

    /**
     * A cell as it stands.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    String text(int index) throws CharacterCodingException {
        int count = decode(index);
        return new String(chars, 0, count);
    }

    private int decode(int index) throws CharacterCodingException {
        int from = index == 0 ? 0 : ends[index - 1];
        int count = ends[index] - from;
        if (chars.length < count) {
            chars = new char[Math.max(chars.length * 2, count)];
        }
        for (int i = 0; i < count; i++) {
            byte octet = bytes[from + i];
            if (octet < 0) {
                return decodeBeyondAscii(from, count);
            }
            chars[i] = (char) octet;
        }
        return count;
    }

    private int decodeBeyondAscii(int from, int count) throws CharacterCodingException {
        CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes, from, count));
        int size = decoded.remaining();
        decoded.get(chars, 0, size);
        return size;
    }

    private boolean isMissing(int count) {
        return switch (count) {
            case 2 -> chars[0] == 'N' && chars[1] == 'A';
            case 3 -> chars[0] == 'N' && chars[1] == 'a' && chars[2] == 'N';
            case 4 -> chars[0] == 'n' && chars[1] == 'u' && chars[2] == 'l' && chars[3] == 'l';
            default -> false;
        };
    }
}
