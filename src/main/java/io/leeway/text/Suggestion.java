package io.leeway.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody who misspelt a name probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest of the names by edit distance, if at most a third of the letters (at least two) differ. */
    public static Optional<String> nearest(String written, Collection<String> names) {
        int most = Math.max(2, written.length() / 3);
        return names.stream()
                .filter(name -> distance(written, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence that offers the nearest name, or lists the names there are. */
    public static String sentence(String written, Collection<String> names) {
        return nearest(written, names)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "there is " + String.join(", ", names));
    }

    /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, i, j, left, right);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int least(int[][] cost, int i, int j, String left, String right) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
