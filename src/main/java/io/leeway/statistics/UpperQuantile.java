package io.leeway.statistics;

import java.util.function.DoubleFunction;

/**
 * Inverts a survival function: Newton's method on its logarithm against the logarithm of x, where both light tails
 * (chi-squared) and heavy ones (F) are concave, so that it converges from any start in about five steps. Halving the bracket
 * catches what rounding spoils. The result is exact to about 1e-12 of itself.
 */
final class UpperQuantile {
    private static final int STEPS = 200;
    private static final double PRECISION = 1e-13;
    /** Below the reach of any verdict; keeps the logarithm finite. */
    private static final double SMALLEST = 1e-290;

    private final DoubleFunction<TailPoint> tail;
    private final double target;
    private double low = Double.NEGATIVE_INFINITY;
    private double high = Double.POSITIVE_INFINITY;

    private UpperQuantile(DoubleFunction<TailPoint> tail, double target) {
        this.tail = tail;
        this.target = target;
    }

    /**
     * Where {@code tail} has fallen to {@code p}.
     *
     * @param mean the law's mean, from where the search starts
     * @param deviation the law's standard deviation, or a guess of it
     */
    static double of(DoubleFunction<TailPoint> tail, double p, double mean, double deviation) {
        if (p >= 1) {
            return 0;
        }
        if (p <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double target = Math.max(p, SMALLEST);
        double start = mean + deviation * Math.sqrt(-2 * Math.log(target));
        return new UpperQuantile(tail, target).solve(Math.log(start));
    }

    private double solve(double start) {
        double at = start;
        for (int step = 0; step < STEPS; step++) {
            double next = better(at);
            if (Math.abs(next - at) <= PRECISION) {
                return Math.exp(next);
            }
            at = next;
        }
        return Math.exp(at);
    }

    private double better(double at) {
        TailPoint point = tail.apply(Math.exp(at));
        if (point.survival() > target) {
            low = at;
        } else {
            high = at;
        }
        double newton = at + Math.log(point.survival() / target) * point.survival() / point.slope();
        return newton > low && newton < high ? newton : between(at, newton);
    }

    /** Half the bracket, or one step beyond its open end; the point itself where Newton's step has shrunk to nothing. */
    private double between(double at, double newton) {
        if (newton == at) {
            return at;
        }
        if (Double.isInfinite(low)) {
            return high - 1;
        }
        return Double.isInfinite(high) ? low + 1 : low + (high - low) / 2;
    }
}
