package io.leeway.statistics;

import java.util.OptionalDouble;

/**
 * Right and wrong answers of a classifier with two classes. Every share is absent where it is 0/0, never 0.
 *
 * @param tp positives called positive
 * @param fp negatives called positive
 * @param tn negatives called negative
 * @param fn positives called negative
 */
public record Confusion(long tp, long fp, long tn, long fn) {
    public long n() {
        return tp + fp + tn + fn;
    }

    /** The sum of two. */
    public Confusion plus(Confusion other) {
        return new Confusion(tp + other.tp, fp + other.fp, tn + other.tn, fn + other.fn);
    }

    /** What is left without a part of it. */
    public Confusion minus(Confusion part) {
        return new Confusion(tp - part.tp, fp - part.fp, tn - part.tn, fn - part.fn);
    }

    /** How many are truly positive. */
    public long positives() {
        return tp + fn;
    }

    /** How many were called positive. */
    public long predictedPositives() {
        return tp + fp;
    }

    /** The harmonic mean of precision and recall, {@code 2 tp / (2 tp + fp + fn)}. */
    public OptionalDouble f1() {
        return ratio(2.0 * tp, 2.0 * tp + fp + fn);
    }

    /** The mean of the shares of each class called rightly; absent where a class is. */
    public OptionalDouble balancedAccuracy() {
        OptionalDouble sensitivity = ratio((double) tp, (double) positives());
        OptionalDouble specificity = ratio((double) tn, (double) (tn + fp));
        return sensitivity.isEmpty() || specificity.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((sensitivity.getAsDouble() + specificity.getAsDouble()) / 2);
    }

    /**
     * The Matthews correlation coefficient, the correlation of prediction and truth, from -1 to 1; absent where either
     * never varies. B. W. Matthews 1975, doi:10.1016/0005-2795(75)90109-9.
     */
    public OptionalDouble mcc() {
        double predicted = Math.sqrt((double) predictedPositives() * (tn + fn));
        double actual = Math.sqrt((double) positives() * (tn + fp));
        return ratio((double) tp * tn - (double) fp * fn, predicted * actual);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
