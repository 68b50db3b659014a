package io.leeway.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What windows are compared with, and how often that may alarm for nothing.
 *
 * @param references the first gives a window its verdict, of the others each has one of its own beside it; none twice
 * @param falseAlarms replaces alpha; empty: alpha stands
 */
public record Watching(List<ReferenceRule> references, Optional<FalseAlarms> falseAlarms) {
    /** More would make a report slow: each compares every column of every window. */
    public static final int MOST_REFERENCES = 4;

    public Watching {
        references = references.stream().distinct().toList();
    }

    /** The baseline alone, and alpha. */
    public static Watching withDefaults() {
        return new Watching(List.of(new ReferenceRule.Baseline()), Optional.empty());
    }

    /** The share of families of tests that may alarm when nothing changed. */
    double alpha(List<WindowSize> windows, double otherwise) {
        return falseAlarms
                .map(budget -> budget.alpha(windows, references.size()))
                .orElse(otherwise);
    }
}
