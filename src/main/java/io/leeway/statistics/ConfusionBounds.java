package io.leeway.statistics;

import java.util.Optional;

/** The bounds of what is read from a confusion matrix and is no simple share. Rows are taken to be independent. */
public record ConfusionBounds(Confusion confusion) {
    /**
     * Of f1. With {@code j = tp / (tp + fp + fn)}, a share of those rows that are positive or called so, {@code f1 = 2 j /
     * (1 + j)}: an increasing function, so Wilson's interval of j is carried over.
     */
    public Bounds f1() {
        return Wilson.bounds(confusion.tp(), confusion.tp() + confusion.fp() + confusion.fn())
                .through(share -> 2 * share / (1 + share));
    }

    /**
     * Of the balanced accuracy, the mean of two independent shares, from Wilson's interval of each: the distances from the
     * shares to their ends add as squares. G. Y. Zou, A. Donner 2008, doi:10.1002/sim.3095.
     */
    public Bounds balancedAccuracy() {
        Bounds sensitivity = Wilson.bounds(confusion.tp(), confusion.positives());
        long negatives = confusion.tn() + confusion.fp();
        Bounds specificity = Wilson.bounds(confusion.tn(), negatives);
        double first = (double) confusion.tp() / confusion.positives();
        double second = (double) confusion.tn() / negatives;
        return confidence -> {
            Optional<Interval> one = sensitivity.at(confidence);
            Optional<Interval> other = specificity.at(confidence);
            return one.flatMap(a -> other.map(b -> new Interval(
                    (first + second - Math.hypot(first - a.low(), second - b.low())) / 2,
                    (first + second + Math.hypot(a.high() - first, b.high() - second)) / 2)));
        };
    }

    /**
     * Of the Matthews coefficient, on Fisher's scale. Its variance is that of phi, the delta method on four multinomial
     * shares: Y. M. M. Bishop, S. E. Fienberg, P. W. Holland 1975, "Discrete Multivariate Analysis", section 11.3. None
     * where the coefficient is absent, -1 or 1.
     */
    public Bounds mcc() {
        double phi = confusion.mcc().orElse(Double.NaN);
        boolean certain = confusion.fp() + confusion.fn() == 0 || confusion.tp() + confusion.tn() == 0;
        return certain
                ? Bounds.NONE
                : Bounds.normal(Scale.CORRELATION, phi, Math.sqrt(phiVariance(phi) / confusion.n()));
    }

    /** Of one row; with the differences of the margins of prediction and truth, and their products. */
    private double phiVariance(double phi) {
        double n = confusion.n();
        double called = confusion.predictedPositives() / n;
        double true1 = confusion.positives() / n;
        double calledProduct = called * (1 - called);
        double trueProduct = true1 * (1 - true1);
        double calledSkew = (2 * called - 1) * (2 * called - 1);
        double trueSkew = (2 * true1 - 1) * (2 * true1 - 1);
        double cross = (2 * called - 1) * (2 * true1 - 1) / Math.sqrt(calledProduct * trueProduct);
        return 1
                - phi * phi
                + phi * (1 + phi * phi / 2) * cross
                - phi * phi * (calledSkew / calledProduct + trueSkew / trueProduct) * 3 / 4;
    }
}
