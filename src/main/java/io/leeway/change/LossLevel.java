package io.leeway.change;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.ExactMoments;
import java.util.Optional;

/**
 * What a model loses by a row of its baseline.
 *
 * @param mean of the loss: the share of wrong classes, or the mean absolute error
 * @param deviation standard deviation of the loss, above 0
 * @param n how many labelled rows it is known from
 * @param isShare whether a loss is 0 or 1
 */
public record LossLevel(double mean, double deviation, long n, boolean isShare) {
    private static final int VERSION = 1;

    /** One end of the mean's two-sided interval of 90 %: it lies above with 5 %. */
    private static final double NORMAL_95 = 1.644853626951472;

    /** Below it a step says too little to be taken for normal. */
    private static final int FEWEST_ROWS = 30;

    /** So many wrong and so many right ones are to be expected of a step. */
    private static final double FEWEST_EXPECTED = 5;

    /** That of losses; absent below two rows, and for numbers that are all equally wrong. */
    public static Optional<LossLevel> of(ExactMoments losses, boolean isShare) {
        long n = losses.n();
        double mean = isShare ? (losses.sum() + 0.5) / (n + 1) : losses.mean().orElse(0);
        double variance = isShare ? mean * (1 - mean) : losses.variance().orElse(0);
        return n > 1 && variance > 0
                ? Optional.of(new LossLevel(mean, Math.sqrt(variance), n, isShare))
                : Optional.empty();
    }

    /** How many answers were wrong, where a loss is 0 or 1. */
    public long wrong() {
        return Math.round(mean * (n + 1) - 0.5);
    }

    /** The sum of the squares of all losses. */
    public double squares() {
        return deviation * deviation * (n - 1) + mean * mean * n;
    }

    /** How many rows a step must have for its mean to be near a normal law. */
    double fewest() {
        return isShare ? FEWEST_EXPECTED / Math.min(mean, 1 - mean) : FEWEST_ROWS;
    }

    /** What rows lost more than the baseline's, in standard deviations of their mean if they err apart from each other. */
    double standardised(double rows, double loss, double above) {
        return (loss - rows * (mean + above)) / (deviation * Math.sqrt(rows));
    }

    /** By how much the true mean may be higher: a small baseline is no reason to alarm. */
    double uncertainty() {
        return NORMAL_95 * deviation / Math.sqrt((double) n);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).number(mean).number(deviation).count(n).flag(isShare);
    }

    public static LossLevel read(ByteReader in) {
        int unused = in.version("the level of a loss", VERSION);
        return new LossLevel(in.number(), in.number(), in.count(), in.flag());
    }
}
