package io.leeway.event;

import java.nio.charset.StandardCharsets;

/** Texts as they are stored. */
final class Texts {
    private Texts() {}

    /**
     * The text as it comes back from its UTF-8: half a surrogate pair, which UTF-8 cannot hold, is a question mark. So
     * what lanes meet when it arrives is what they meet in a replay.
     */
    static String wellFormed(String text) {
        return holdsSurrogates(text) ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }

    private static boolean holdsSurrogates(String text) {
        int at = 0;
        while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }
}
