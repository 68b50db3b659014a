package io.leeway.catalog;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what somebody meant to write. */
public final class Spelling {
    /** Two slips: more are another word. */
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    /** A sentence that names the word nearest to one that is not known, or all there are if none is near. */
    public static String hint(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> slips(written, word) <= MOST_SLIPS)
                .min(Comparator.comparingInt(word -> slips(written, word)))
                .map(word -> "did you mean " + word + "?")
                .orElse("write one of " + String.join(", ", known) + ".");
    }

    /** How many letters must be put in, left out or changed (Levenshtein 1966). */
    private static int slips(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
