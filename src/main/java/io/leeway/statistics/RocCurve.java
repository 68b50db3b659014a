package io.leeway.statistics;

import io.leeway.sketch.ScoreHistogram;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well a score ranks positives above negatives, from one histogram of each class. Scores that share a bin count as
 * tied. Immutable.
 */
public final class RocCurve {
    private final double[] negatives;
    private final double[] positives;
    private final double negativeTotal;
    private final double positiveTotal;

    public RocCurve(ScoreHistogram negatives, ScoreHistogram positives) {
        this(ScoreTable.of(negatives, positives));
    }

    public RocCurve(ScoreTable scores) {
        this.negatives = scores.negatives();
        this.positives = scores.positives();
        this.negativeTotal = Arrays.stream(negatives).sum();
        this.positiveTotal = Arrays.stream(positives).sum();
    }

    /**
     * The area under the curve: the chance that a positive scores above a negative, ties counting half. Absent unless
     * there are both. At most {@link #areaError} off, because a bin is taken for a tie.
     */
    public OptionalDouble area() {
        return bothClasses() ? OptionalDouble.of(placement(positives, negatives).mean()) : OptionalDouble.empty();
    }

    /** The largest error of {@link #area}: half the share of pairs that lie in one bin. */
    public double areaError() {
        double shared = 0;
        for (int i = 0; i < positives.length; i++) {
            shared += positives[i] * negatives[i];
        }
        return bothClasses() ? shared / 2 / (positiveTotal * negativeTotal) : 0;
    }

    /**
     * The interval of the area. Its variance is that of the placement values, the share of the other class each score
     * beats: {@code var(V10) / m + var(V01) / n} (DeLong, DeLong, Clarke-Pearson 1988, doi:10.2307/2531595). It is laid
     * around the log-odds of the area, so that it stays within (0, 1). Absent with fewer than two of a class, and where
     * the classes do not overlap or every score is tied, as the placement values say nothing there.
     */
    public Bounds areaBounds() {
        return positiveTotal < 2 || negativeTotal < 2
                ? Bounds.NONE
                : confidence -> areaWithVariance().at(confidence);
    }

    private Bounds areaWithVariance() {
        Placement ofPositives = placement(positives, negatives);
        double variance =
                ofPositives.meanVariance() + placement(negatives, positives).meanVariance();
        return variance <= 0 ? Bounds.NONE : Bounds.normal(Scale.LOG_ODDS, ofPositives.mean(), Math.sqrt(variance));
    }

    /**
     * Average precision: precision at every score cut, weighted by the recall that the cut adds, without interpolation
     * (scikit-learn's {@code average_precision_score}). Absent without positives.
     */
    public OptionalDouble averagePrecision() {
        if (positiveTotal <= 0) {
            return OptionalDouble.empty();
        }
        double found = 0;
        double called = 0;
        double sum = 0;
        for (int i = positives.length - 1; i >= 0; i--) {
            found += positives[i];
            called += positives[i] + negatives[i];
            sum += positives[i] == 0 ? 0 : positives[i] * found / called;
        }
        return OptionalDouble.of(sum / positiveTotal);
    }

    /**
     * The bounds of the average precision: its standard error on the scale of log-odds is taken to be
     * {@code 1 / sqrt(positives * AP (1 - AP))}, that of a share of the positives. K. Boyd, K. Eng, C. Page 2013,
     * doi:10.1007/978-3-642-40994-3_29, who find it to hold the truth as often as it should where there are some tens of
     * positives. None where it is 0 or 1.
     */
    public Bounds averagePrecisionBounds() {
        return confidence -> {
            double precision = averagePrecision().orElse(Double.NaN);
            double error = Math.sqrt(precision * (1 - precision) / positiveTotal);
            return Bounds.normal(Scale.LOG_ODDS, precision, error).at(confidence);
        };
    }

    private boolean bothClasses() {
        return positiveTotal > 0 && negativeTotal > 0;
    }

    /** The share of {@code others} below each of {@code own}, ties counting half. */
    private static Placement placement(double[] own, double[] others) {
        double total =
                IntStream.range(0, others.length).mapToDouble(i -> others[i]).sum();
        double below = 0;
        double n = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < own.length; i++) {
            double value = (below + others[i] / 2) / total;
            below += others[i];
            if (own[i] != 0) {
                n += own[i];
                double step = value - mean;
                mean += step * own[i] / n;
                squares += own[i] * step * (value - mean);
            }
        }
        return new Placement(n, mean, squares);
    }

    /** Mean of placement values and their sum of squared distances from it. */
    private record Placement(double n, double mean, double squares) {
        double meanVariance() {
            return squares / (n - 1) / n;
        }
    }
}
