package io.leeway.wire;

import java.util.Arrays;

/**
 * Gives equal texts as one String as long as they keep coming: a category that has just been seen costs no object. A
 * direct-mapped table, so it forgets instead of growing.
 */
final class Texts {
    private static final int SLOTS = 64;

    /** Longer ones are seldom categories. */
    private static final int LONGEST = 64;

    private final String[] slots = new String[SLOTS];

    Texts() {
        Arrays.fill(slots, "");
    }

    String of(Cell cell) {
        if (cell.length() > LONGEST) {
            return cell.text();
        }
        int slot = slot(cell);
        if (!same(slots[slot], cell)) {
            slots[slot] = cell.text();
        }
        return slots[slot];
    }

    private static int slot(Cell cell) {
        char[] chars = cell.chars();
        int hash = 0;
        for (int at = cell.from(); at < cell.from() + cell.length(); at++) {
            hash = 31 * hash + chars[at];
        }
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }

    private static boolean same(String text, Cell cell) {
        if (text.length() != cell.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != cell.chars()[cell.from() + i]) {
                return false;
            }
        }
        return true;
    }
}
