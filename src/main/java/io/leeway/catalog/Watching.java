package io.leeway.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What windows are compared with, how often that may alarm for nothing, and which parts of the rows are watched besides all
 * of them.
 *
 * @param references the first gives a window its verdict, of the others each has one of its own beside it; none twice
 * @param falseAlarms replaces alpha; empty: alpha stands
 * @param segments features each of whose frequent values is watched apart; none twice
 * @param manyInputs whether numeric features are also watched together, which costs more of every row
 */
public record Watching(
        List<ReferenceRule> references, Optional<FalseAlarms> falseAlarms, List<String> segments, boolean manyInputs) {
    /** More would make a report slow: each compares every column of every window. */
    public static final int MOST_REFERENCES = 4;

    /** More would multiply what is counted and stored: every row is counted once more for each. */
    public static final int MOST_SEGMENTS = 3;

    public Watching {
        references = references.stream().distinct().toList();
        segments = segments.stream().distinct().toList();
    }

    /** The baseline alone, and alpha. */
    public static Watching withDefaults() {
        return new Watching(List.of(new ReferenceRule.Baseline()), Optional.empty(), List.of(), false);
    }

    /** The share of families of tests that may alarm when nothing changed. */
    double alpha(List<WindowSize> windows, double otherwise) {
        return falseAlarms
                .map(budget -> budget.alpha(windows, references.size() + (manyInputs ? 1 : 0)))
                .orElse(otherwise);
    }
}
