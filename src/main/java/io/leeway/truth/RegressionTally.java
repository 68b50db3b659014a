package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.sketch.ErrorHistogram;
import io.leeway.sketch.ExactMoments;
import io.leeway.sketch.ExactSum;
import io.leeway.statistics.Bounds;
import io.leeway.statistics.Interval;
import io.leeway.statistics.MeanInterval;
import io.leeway.statistics.Scale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The tally of a model that predicts a number: the moments of error, absolute error, label and prediction, the sum of
 * absolute labels, the largest absolute error, and a histogram of the absolute errors.
 */
public final class RegressionTally implements Tally {
    private static final int VERSION = 1;

    private final ExactMoments error;
    private final ExactMoments absoluteError;
    private final ExactMoments label;
    private final ExactMoments prediction;
    private final ExactSum absoluteLabel;
    private final ErrorHistogram histogram;
    private double largest;

    public RegressionTally() {
        error = new ExactMoments();
        absoluteError = new ExactMoments();
        label = new ExactMoments();
        prediction = new ExactMoments();
        absoluteLabel = new ExactSum();
        histogram = new ErrorHistogram();
    }

    private RegressionTally(ByteReader in) {
        error = ExactMoments.read(in);
        absoluteError = ExactMoments.read(in);
        label = ExactMoments.read(in);
        prediction = ExactMoments.read(in);
        absoluteLabel = ExactSum.read(in);
        histogram = ErrorHistogram.read(in);
        largest = in.number();
    }

    @Override
    public void add(Outcome outcome) {
        Outcome.Regression regression = Tally.own(Outcome.Regression.class, outcome);
        double distance = Math.abs(regression.error());
        error.add(regression.error());
        absoluteError.add(distance);
        label.add(regression.actual());
        prediction.add(regression.predicted());
        absoluteLabel.add(Math.abs(regression.actual()));
        histogram.add(distance);
        largest = Math.max(largest, distance);
    }

    /** {@inheritDoc} The largest error ever seen is still remembered, see {@link #largestError}. */
    @Override
    public void remove(Outcome outcome) {
        Outcome.Regression regression = Tally.own(Outcome.Regression.class, outcome);
        double distance = Math.abs(regression.error());
        error.remove(regression.error());
        absoluteError.remove(distance);
        label.remove(regression.actual());
        prediction.remove(regression.predicted());
        absoluteLabel.add(-Math.abs(regression.actual()));
        histogram.remove(distance);
    }

    @Override
    public void merge(Tally other) {
        RegressionTally regression = Tally.own(RegressionTally.class, other);
        error.merge(regression.error);
        absoluteError.merge(regression.absoluteError);
        label.merge(regression.label);
        prediction.merge(regression.prediction);
        absoluteLabel.merge(regression.absoluteLabel);
        histogram.merge(regression.histogram);
        largest = Math.max(largest, regression.largest);
    }

    @Override
    public Task task() {
        return Task.REGRESSION;
    }

    @Override
    public long n() {
        return error.n();
    }

    /** How far numbers are off. Not to be changed. */
    public ExactMoments absoluteError() {
        return absoluteError;
    }

    /**
     * The largest absolute error. Exact until it is taken back; from then on the upper end of the histogram's last bin,
     * at most 1/128 too large, and never above what was once the largest. Absent without outcomes.
     */
    public OptionalDouble largestError() {
        OptionalDouble bound = histogram.upperBound();
        return bound.isEmpty() ? bound : OptionalDouble.of(Math.min(bound.getAsDouble(), largest));
    }

    @Override
    public Performance metrics() {
        Metrics metrics = new Metrics();
        if (n() > 0) {
            metrics.mean("mae", absoluteError, Metrics.NOT_NEGATIVE)
                    .value("rmse", rootMeanSquare(), rootMeanSquareBounds())
                    .mean("bias", error, Metrics.ANYWHERE)
                    .value("median_ae", histogram.median(), medianBounds())
                    .value("max_ae", largestError())
                    .value("r2", determination(), determinationBounds())
                    .value("wape", weightedError(), weightedErrorBounds())
                    .mean("mean_label", label, Metrics.ANYWHERE)
                    .mean("mean_prediction", prediction, Metrics.ANYWHERE);
        }
        return metrics.performance();
    }

    @Override
    public Rest rest() {
        return part -> without(Tally.own(RegressionTally.class, part));
    }

    private Performance without(RegressionTally part) {
        long left = n() - part.n();
        double squares = Math.max(0, error.sumOfSquares() - part.error.sumOfSquares());
        double absolute = absoluteError.sum() - part.absoluteError.sum();
        return new Metrics()
                .meanWithout("mae", absoluteError, part.absoluteError)
                .value("rmse", OptionalDouble.of(Math.sqrt(squares / left)))
                .meanWithout("bias", error, part.error)
                .value("r2", OptionalDouble.of(1 - squares / spreadWithout(part)))
                .value("wape", OptionalDouble.of(absolute / (absoluteLabel.value() - part.absoluteLabel.value())))
                .meanWithout("mean_label", label, part.label)
                .meanWithout("mean_prediction", prediction, part.prediction)
                .performance();
    }

    /** What all labels are apart, less what the part's are and what both are from each other. */
    private double spreadWithout(RegressionTally part) {
        long left = n() - part.n();
        double apart = (label.sum() - part.label.sum()) / left - part.label.sum() / part.n();
        return label.squaredDeviations()
                - part.label.squaredDeviations()
                - (double) left * part.n() / n() * apart * apart;
    }

    @Override
    public void write(ByteWriter out) {
        out.octet(VERSION);
        error.write(out);
        absoluteError.write(out);
        label.write(out);
        prediction.write(out);
        absoluteLabel.write(out);
        histogram.write(out);
        out.number(largest);
    }

    static RegressionTally read(ByteReader in) {
        int unused = in.version("a regression tally", VERSION);
        return new RegressionTally(in);
    }

    private OptionalDouble rootMeanSquare() {
        return OptionalDouble.of(Math.sqrt(error.sumOfSquares() / n()));
    }

    /**
     * The delta method on the logarithm of the mean square: {@code var(e^2) / (4 n mse)}. The fourth moment comes from the
     * histogram, whose bins let the error of the error be 2 % off.
     */
    private Bounds rootMeanSquareBounds() {
        double meanSquare = error.sumOfSquares() / n();
        double fourth = histogram.meanOfPower(4).orElse(Double.NaN);
        double variance = Math.max(0, fourth - meanSquare * meanSquare) / (4.0 * n() * meanSquare);
        return n() < 2 ? Bounds.NONE : Bounds.normal(Scale.LOG, Math.sqrt(meanSquare), Math.sqrt(variance));
    }

    /** The order statistics between which the median lies, by the normal limit of the sign test. */
    private Bounds medianBounds() {
        long n = n();
        return confidence -> {
            double half = confidence.normal() * Math.sqrt((double) n) / 2;
            OptionalDouble low = histogram.atRank(Math.round(n / 2.0 - half) - 1);
            OptionalDouble high = histogram.atRank(Math.round(n / 2.0 + half));
            return low.isPresent() && high.isPresent()
                    ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
                    : Optional.empty();
        };
    }

    /** {@code 1 - sum e^2 / sum (y - mean y)^2}; absent below two outcomes and where the labels are all the same. */
    private OptionalDouble determination() {
        double spread = label.squaredDeviations();
        return n() < 2 || spread <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - error.sumOfSquares() / spread);
    }

    /** Those of the mean square, carried over: the spread of the labels that came is taken as given. */
    private Bounds determinationBounds() {
        double spread = label.squaredDeviations() / n();
        Bounds ofError = rootMeanSquareBounds();
        return confidence -> ofError.at(confidence)
                .map(ends ->
                        new Interval(1 - ends.high() * ends.high() / spread, 1 - ends.low() * ends.low() / spread));
    }

    /** {@code sum |e| / sum |y|}; absent where all labels are 0. */
    private OptionalDouble weightedError() {
        double total = absoluteLabel.value();
        return total > 0 ? OptionalDouble.of(absoluteError.sum() / total) : OptionalDouble.empty();
    }

    /** Those of the mean absolute error, carried over: the labels that came are taken as given. */
    private Bounds weightedErrorBounds() {
        double mean = absoluteLabel.value() / n();
        return MeanInterval.bounds(absoluteError).within(Metrics.NOT_NEGATIVE).through(end -> end / mean);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegressionTally tally
                && error.equals(tally.error)
                && absoluteError.equals(tally.absoluteError)
                && label.equals(tally.label)
                && prediction.equals(tally.prediction)
                && absoluteLabel.equals(tally.absoluteLabel)
                && histogram.equals(tally.histogram)
                && Double.compare(largest, tally.largest) == 0;
    }

    @Override
    public int hashCode() {
        return error.hashCode();
    }
}
