package io.leeway.alert;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An amount as a weighted sum of terms and a constant. A term is a figure, or an amount that is no such sum, taken as it is
 * written.
 */
record Line(SortedMap<String, Double> weights, double constant, Range range) {
    /** The amount as such a sum. */
    static Line of(Amount amount) {
        if (amount instanceof Amount.Constant number) {
            return new Line(new TreeMap<>(), number.value(), new Range(0, 0));
        }
        if (amount instanceof Amount.Figure figure) {
            return term(figure.name(), Range.of(figure.name()));
        }
        return amount instanceof Amount.Arithmetic sum ? of(sum) : term(amount.text(), Range.ANY);
    }

    private static Line of(Amount.Arithmetic sum) {
        Line left = of(sum.left());
        Line right = of(sum.right());
        return switch (sum.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.plus(right.times(-1));
            case TIMES -> left.isNumber() || right.isNumber() ? product(left, right) : term(sum.text(), Range.ANY);
            case OVER ->
                right.isNumber() && right.constant != 0 ? left.times(1 / right.constant) : term(sum.text(), Range.ANY);
            case MIN, MAX -> term(sum.text(), Range.ANY);
        };
    }

    private static Line product(Line left, Line right) {
        return left.isNumber() ? right.times(left.constant) : left.times(right.constant);
    }

    private static Line term(String name, Range range) {
        return new Line(new TreeMap<>(Map.of(name, 1.0)), 0, range);
    }

    boolean isNumber() {
        return weights.isEmpty();
    }

    Line plus(Line other) {
        SortedMap<String, Double> sum = new TreeMap<>(weights);
        other.weights.forEach((name, weight) -> sum.merge(name, weight, Double::sum));
        sum.values().removeIf(weight -> weight == 0);
        return new Line(sum, constant + other.constant, sum.isEmpty() ? new Range(0, 0) : range.plus(other.range));
    }

    Line times(double factor) {
        SortedMap<String, Double> product = new TreeMap<>();
        weights.forEach((name, weight) -> product.put(name, weight * factor));
        product.values().removeIf(weight -> weight == 0);
        return new Line(product, constant * factor, range.times(factor));
    }
}
