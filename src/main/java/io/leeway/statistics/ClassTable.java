package io.leeway.statistics;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Right and wrong answers of a classifier with several classes, and what is averaged over its classes. A class of which a
 * figure is undefined (precision of one that was never predicted) is left out of the average.
 *
 * <p>The error of an average is that of the delta method on multinomial counts: the sum over all cells of count times
 * squared influence. K. Takahashi, K. Yamamoto, A. Kuchiba, T. Koyama 2022, doi:10.1007/s10489-021-02635-5.
 */
public final class ClassTable {
    private final long[][] counts;
    private final double[] trues;
    private final double[] called;
    private final double n;

    /**
     * A table.
     *
     * @param counts by the class that came true, then by the one predicted; square
     */
    public ClassTable(long[][] counts) {
        this.counts = new long[counts.length][];
        trues = new double[counts.length];
        called = new double[counts.length];
        double total = 0;
        for (int actual = 0; actual < counts.length; actual++) {
            this.counts[actual] = counts[actual].clone();
            for (int predicted = 0; predicted < counts.length; predicted++) {
                trues[actual] += counts[actual][predicted];
                called[predicted] += counts[actual][predicted];
                total += counts[actual][predicted];
            }
        }
        n = total;
    }

    /** How the classes are weighed against each other. */
    public enum Weights {
        /** All alike. */
        MACRO,
        /** By how often they came true. */
        WEIGHTED
    }

    /** One class against all others. */
    public Confusion of(int one) {
        long tp = counts[one][one];
        long fp = (long) called[one] - tp;
        long fn = (long) trues[one] - tp;
        return new Confusion(tp, fp, (long) n - tp - fp - fn, fn);
    }

    /** The average share of those called a class that are of it; absent where none was called anything. */
    public Optional<Estimate> precision(Weights weights) {
        return average(weights, i -> 0, i -> 1 / called[i]);
    }

    /** The average share of those of a class that were called so. */
    public Optional<Estimate> recall(Weights weights) {
        return average(weights, i -> 1 / trues[i], i -> 0);
    }

    /** The average of the harmonic means of both. */
    public Optional<Estimate> f1(Weights weights) {
        return average(weights, i -> 1 / (trues[i] + called[i]), i -> 1 / (trues[i] + called[i]));
    }

    /**
     * Averages a figure of each class, {@code right * (ofTrue + ofCalled)}.
     *
     * @param ofTrue the share of itself by which a row of the class lessens the figure
     * @param ofCalled the share by which a row called so does
     */
    private Optional<Estimate> average(Weights weights, IntToDoubleFunction ofTrue, IntToDoubleFunction ofCalled) {
        Average average = new Average(weights, counts.length);
        for (int i = 0; i < counts.length; i++) {
            average.add(i, ofTrue.applyAsDouble(i), ofCalled.applyAsDouble(i));
        }
        return average.total > 0 ? Optional.of(average.estimate()) : Optional.empty();
    }

    private final class Average {
        private final Weights weights;
        private final double[] figure;
        private final double[] weight;
        private final double[] ofTrue;
        private final double[] ofCalled;
        private double total;
        private double sum;

        Average(Weights weights, int classes) {
            this.weights = weights;
            figure = new double[classes];
            weight = new double[classes];
            ofTrue = new double[classes];
            ofCalled = new double[classes];
        }

        void add(int i, double trueShare, double calledShare) {
            if (Double.isFinite(trueShare + calledShare)) {
                ofTrue[i] = trueShare;
                ofCalled[i] = calledShare;
                figure[i] = counts[i][i] * (trueShare + calledShare);
                weight[i] = weights == Weights.MACRO ? 1 : trues[i];
                total += weight[i];
                sum += weight[i] * figure[i];
            }
        }

        Estimate estimate() {
            double variance = 0;
            for (int actual = 0; actual < figure.length; actual++) {
                for (int predicted = 0; predicted < figure.length; predicted++) {
                    double influence = influence(actual, predicted);
                    variance += counts[actual][predicted] * influence * influence;
                }
            }
            return new Estimate(sum / total, Bounds.normal(Scale.LOG_ODDS, sum / total, Math.sqrt(variance)));
        }

        /** By how much one row more in a cell moves the average. */
        private double influence(int actual, int predicted) {
            double hit = actual == predicted ? ofTrue[actual] + ofCalled[actual] : 0;
            double moved = weight[actual] * (hit - figure[actual] * ofTrue[actual])
                    - weight[predicted] * figure[predicted] * ofCalled[predicted];
            double weighed = weights == Weights.WEIGHTED && weight[actual] > 0 ? figure[actual] - sum / total : 0;
            return (moved + weighed) / total;
        }
    }
}
