package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.Moments;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Estimates the errors of a model that predicts numbers: a window's rows are expected to err as those of the reference whose
 * predictions fell into the same tenth. The band holds what chance does in the window and in the reference's tenths. Tells of
 * predictions that moved to where the model is worse, not of a model that has become worse everywhere.
 */
public final class ErrorEstimator implements Estimator {
    /** With fewer rows a tenth says little of its errors. */
    private static final int FEWEST = 10;

    private final List<Losses> absolute;
    private final List<Losses> squared;

    private ErrorEstimator(List<Losses> absolute, List<Losses> squared) {
        this.absolute = List.copyOf(absolute);
        this.squared = List.copyOf(squared);
    }

    /**
     * An estimator; absent unless every bin has ten rows.
     *
     * @param errors of each display bin of the predictions, in their order
     */
    public static Optional<ErrorEstimator> of(List<double[]> errors) {
        List<Losses> absolute = new ArrayList<>();
        List<Losses> squared = new ArrayList<>();
        for (double[] bin : errors) {
            Moments distances = new Moments();
            Moments squares = new Moments();
            for (double error : bin) {
                distances.add(Math.abs(error));
                squares.add(error * error);
            }
            absolute.add(Losses.of(distances));
            squared.add(Losses.of(squares));
        }
        boolean enough = !errors.isEmpty() && absolute.stream().allMatch(bin -> bin.n() >= FEWEST);
        return enough ? Optional.of(new ErrorEstimator(absolute, squared)) : Optional.empty();
    }

    @Override
    public Optional<Figures> estimate(Answers answers) {
        long[] rows = answers.predictions();
        if (rows.length != absolute.size() || LongStream.of(rows).sum() < 1) {
            return Optional.empty();
        }
        Mean distance = Mean.of(absolute, rows);
        Mean square = Mean.of(squared, rows);
        double root = Math.sqrt(square.value());
        return Optional.of(new Figures()
                .put("mae", distance.value())
                .put("mae_low", Math.max(0, distance.value() - distance.half()))
                .put("mae_high", distance.value() + distance.half())
                .put("rmse", root)
                .put("rmse_low", Math.sqrt(Math.max(0, square.value() - square.half())))
                .put("rmse_high", Math.sqrt(square.value() + square.half())));
    }

    @Override
    public void write(ByteWriter out) {
        out.count(absolute.size());
        for (int bin = 0; bin < absolute.size(); bin++) {
            absolute.get(bin).write(out);
            squared.get(bin).write(out);
        }
    }

    static ErrorEstimator read(ByteReader in) {
        List<Losses> absolute = new ArrayList<>();
        List<Losses> squared = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            absolute.add(Losses.read(in));
            squared.add(Losses.read(in));
        }
        return new ErrorEstimator(absolute, squared);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorEstimator estimator
                && absolute.equals(estimator.absolute)
                && squared.equals(estimator.squared);
    }

    @Override
    public int hashCode() {
        return absolute.hashCode();
    }

    /**
     * The mean over rows of what their bins have on average.
     *
     * @param half half the band: chance in the window's own rows, and in those each bin was learned from
     */
    private record Mean(double value, double half) {
        static Mean of(List<Losses> bins, long[] rows) {
            double n = LongStream.of(rows).sum();
            double value = 0;
            double variance = 0;
            for (int bin = 0; bin < rows.length; bin++) {
                Losses known = bins.get(bin);
                double share = rows[bin] / n;
                value += share * known.mean();
                variance += share * known.variance() / n + share * share * known.variance() / known.n();
            }
            return new Mean(value, STANDARD_ERRORS * Math.sqrt(variance));
        }
    }

    /** What rows of a bin lose. */
    private record Losses(long n, double mean, double variance) {
        static Losses of(Moments moments) {
            double spread = moments.std().orElse(0);
            return new Losses(moments.count(), moments.mean().orElse(0), spread * spread);
        }

        void write(ByteWriter out) {
            out.count(n).number(mean).number(variance);
        }

        static Losses read(ByteReader in) {
            return new Losses(in.count(), in.number(), in.number());
        }
    }
}
