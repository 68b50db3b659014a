package io.leeway.estimate;

import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** How many rows of a window are expected to be called, to be, and to be called rightly, each class. */
final class ExpectedClasses {
    private final Map<String, Double> called = new TreeMap<>();
    private final Map<String, Double> actual = new TreeMap<>();
    private final Map<String, Double> right = new TreeMap<>();
    private double n;

    void add(CalledClass one, int confidence, long rows) {
        double rightOnes = rows * one.right().get(confidence);
        n += rows;
        called.merge(one.name(), (double) rows, Double::sum);
        right.merge(one.name(), rightOnes, Double::sum);
        actual.merge(one.name(), rightOnes, Double::sum);
        one.instead().forEach((other, share) -> actual.merge(other, share * (rows - rightOnes), Double::sum));
    }

    double n() {
        return n;
    }

    /** Metrics by the names of the interface. What is undefined is absent. */
    Figures metrics() {
        Set<String> all = new TreeSet<>(called.keySet());
        all.addAll(actual.keySet());
        return new Figures()
                .put(
                        "accuracy",
                        right.values().stream().mapToDouble(Double::doubleValue).sum() / n)
                .put("macro_precision", mean(called.keySet(), one -> of(right, one) / of(called, one)))
                .put("macro_recall", mean(actual.keySet(), one -> of(right, one) / of(actual, one)))
                .put("macro_f1", mean(all, one -> 2 * of(right, one) / (of(called, one) + of(actual, one))));
    }

    private static double of(Map<String, Double> rows, String name) {
        return rows.getOrDefault(name, 0.0);
    }

    private static double mean(Set<String> classes, ToDoubleFunction<String> metric) {
        return classes.stream()
                .mapToDouble(metric)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
