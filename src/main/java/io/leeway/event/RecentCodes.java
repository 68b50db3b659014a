package io.leeway.event;

import java.util.Arrays;

/**
 * The codes of texts that came a short while ago, found by their characters, so that a category which keeps coming costs
 * neither an object nor a map. Two texts may share a slot and its neighbour, a third pushes one out: it forgets instead of
 * growing without bound, and texts made to share one cost no more than texts that are new.
 */
final class RecentCodes {
    static final int UNKNOWN = -1;

    private static final int FEWEST_SLOTS = 4;
    private static final int MOST_SLOTS = 1024;

    /** Longer ones are seldom categories. */
    private static final int LONGEST = 64;

    private static final String[] NO_TEXTS = {"", ""};
    private static final int[] NO_CODES = {UNKNOWN, UNKNOWN};

    private String[] texts = NO_TEXTS;
    private int[] codes = NO_CODES;
    private int misses;

    int of(char[] chars, int from, int length) {
        if (length > LONGEST) {
            return UNKNOWN;
        }
        int slot = slot(hash(chars, from, length));
        if (same(texts[slot], chars, from, length)) {
            return codes[slot];
        }
        int neighbour = neighbour(slot);
        return same(texts[neighbour], chars, from, length) ? codes[neighbour] : UNKNOWN;
    }

    /** To be called for a text that was unknown. */
    void put(String text, int code) {
        if (text.length() > LONGEST) {
            return;
        }
        if (texts == NO_TEXTS || (++misses * 2 >= texts.length && texts.length < MOST_SLOTS)) {
            grow();
        }
        place(text, code);
    }

    private void place(String text, int code) {
        int slot = slot(text.hashCode());
        if (codes[slot] != UNKNOWN) {
            texts[neighbour(slot)] = texts[slot];
            codes[neighbour(slot)] = codes[slot];
        }
        texts[slot] = text;
        codes[slot] = code;
    }

    /** Half full at most; what it knows it goes on knowing. */
    private void grow() {
        String[] known = texts;
        int[] codesOfKnown = codes;
        int slots = Math.min(MOST_SLOTS, Math.max(FEWEST_SLOTS, known.length * 4));
        texts = new String[slots];
        codes = new int[slots];
        Arrays.fill(texts, "");
        Arrays.fill(codes, UNKNOWN);
        misses = 0;
        for (int slot = 0; slot < known.length; slot++) {
            if (codesOfKnown[slot] != UNKNOWN) {
                place(known[slot], codesOfKnown[slot]);
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (texts.length - 1);
    }

    private static int neighbour(int slot) {
        return slot ^ 1;
    }

    /** That of {@link String#hashCode}. */
    private static int hash(char[] chars, int from, int length) {
        int hash = 0;
        for (int at = from; at < from + length; at++) {
            hash = 31 * hash + chars[at];
        }
        return hash;
    }

    private static boolean same(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
