package io.leeway.catalog;

/**
 * A performance metric.
 *
 * @param name as in reports, series and settings
 * @param least the least it can be
 * @param most the most it can be
 */
public record Metric(String name, Goal goal, double least, double most) {
    static Metric share(String name, Goal goal) {
        return new Metric(name, goal, 0, 1);
    }

    static Metric loss(String name) {
        return new Metric(name, Goal.LOWER, 0, Double.POSITIVE_INFINITY);
    }

    static Metric near(String name) {
        return new Metric(name, Goal.NEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
