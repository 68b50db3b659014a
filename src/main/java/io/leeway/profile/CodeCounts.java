package io.leeway.profile;

import java.util.Arrays;

/**
 * How often each of the small numbers of a column's categories came: one look-up for each category and not for each row.
 * What it costs goes by the rows counted, however many categories a column has. Not safe for several threads.
 */
final class CodeCounts {
    private int[] counts = new int[16];
    private int[] seen = new int[16];
    private int different;

    void add(int code) {
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(code + 1, counts.length * 2));
        }
        if (counts[code]++ == 0) {
            note(code);
        }
    }

    /** Tells each code that came, in the order in which they first came, and forgets it. */
    void drain(Visitor visitor) {
        for (int i = 0; i < different; i++) {
            visitor.visit(seen[i], counts[seen[i]]);
            counts[seen[i]] = 0;
        }
        different = 0;
    }

    private void note(int code) {
        if (different == seen.length) {
            seen = Arrays.copyOf(seen, different * 2);
        }
        seen[different++] = code;
    }

    /** Is told of a code. */
    @FunctionalInterface
    interface Visitor {
        void visit(int code, int times);
    }
}
