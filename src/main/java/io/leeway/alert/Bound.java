package io.leeway.alert;

import java.util.SortedMap;

/**
 * A comparison as a bound of one quantity: a figure, or a weighted sum of some. Comparisons of the same quantity can be
 * reasoned about together.
 *
 * @param quantity weights by term, that of the first term 1; empty where all cancel out
 * @param range of the quantity
 */
record Bound(SortedMap<String, Double> quantity, Range range, Relation relation, double limit) {
    static Bound of(Condition.Comparison comparison) {
        Line difference =
                Line.of(comparison.left()).plus(Line.of(comparison.right()).times(-1));
        if (difference.isNumber()) {
            return new Bound(difference.weights(), new Range(0, 0), comparison.relation(), -difference.constant());
        }
        double first = difference.weights().values().iterator().next();
        Line scaled = difference.times(1 / first);
        Relation relation =
                first > 0 ? comparison.relation() : comparison.relation().turned();
        return new Bound(scaled.weights(), scaled.range(), relation, -scaled.constant());
    }

    boolean holds(double value) {
        return relation.holds(value, limit);
    }
}
