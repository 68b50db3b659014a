package io.leeway.wire;

import io.leeway.event.IdColumn;
import java.nio.charset.StandardCharsets;

/** The id of the row in hand as UTF-8: one array for all rows, since no two ids are the same. */
final class RowId {
    private byte[] utf8 = new byte[IdColumn.LONGEST];
    private int length;
    private boolean wellFormed = true;

    void clear() {
        length = 0;
        wellFormed = true;
    }

    /** The characters of a text or number. */
    void set(Cell cell) {
        clear();
        if (cell.length() > utf8.length || !setAscii(cell)) {
            set(cell.text());
        }
    }

    /** Whether it holds no half of a surrogate pair, which UTF-8 cannot hold. */
    boolean wellFormed() {
        return wellFormed;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    /** An array that begins with it, and changes with the next row. */
    byte[] utf8() {
        return utf8;
    }

    String text() {
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }

    private boolean setAscii(Cell cell) {
        char[] chars = cell.chars();
        for (int i = 0; i < cell.length(); i++) {
            char one = chars[cell.from() + i];
            if (one > 0x7F) {
                return false;
            }
            utf8[i] = (byte) one;
        }
        length = cell.length();
        return true;
    }

    private void set(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        wellFormed = text.codePoints().noneMatch(RowId::isSurrogate);
        length = encoded.length;
        if (length > utf8.length) {
            utf8 = encoded;
        } else {
            System.arraycopy(encoded, 0, utf8, 0, length);
        }
    }

    private static boolean isSurrogate(int one) {
        return one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
    }
}
