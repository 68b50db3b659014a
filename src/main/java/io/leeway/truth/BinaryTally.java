package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.sketch.ExactMoments;
import io.leeway.sketch.ScoreHistogram;
import io.leeway.statistics.Bounds;
import io.leeway.statistics.CalibrationLine;
import io.leeway.statistics.Confusion;
import io.leeway.statistics.ConfusionBounds;
import io.leeway.statistics.RocCurve;
import io.leeway.statistics.Scale;
import io.leeway.statistics.ScoreTable;

/**
 * The tally of a classifier with two classes: the confusion matrix, and for outcomes with a score one histogram of each
 * true class, the moments of score, log loss and Brier loss, and the calibration bins.
 */
public final class BinaryTally implements Tally {
    private static final int VERSION = 1;
    /** Scores are kept this far from 0 and 1 in the log loss, which is infinite there. */
    private static final double CLIP = 1e-15;

    private final ScoreHistogram negatives;
    private final ScoreHistogram positives;
    private final ExactMoments score;
    private final ExactMoments logLoss;
    private final ExactMoments brier;
    private final CalibrationBins calibration;
    private Confusion confusion = new Confusion(0, 0, 0, 0);

    public BinaryTally() {
        negatives = new ScoreHistogram();
        positives = new ScoreHistogram();
        score = new ExactMoments();
        logLoss = new ExactMoments();
        brier = new ExactMoments();
        calibration = new CalibrationBins();
    }

    private BinaryTally(ByteReader in) {
        confusion = new Confusion(in.whole(), in.whole(), in.whole(), in.whole());
        negatives = ScoreHistogram.read(in);
        positives = ScoreHistogram.read(in);
        score = ExactMoments.read(in);
        logLoss = ExactMoments.read(in);
        brier = ExactMoments.read(in);
        calibration = CalibrationBins.read(in);
    }

    @Override
    public void add(Outcome outcome) {
        Outcome.Binary binary = Tally.own(Outcome.Binary.class, outcome);
        confusion = confusion.plus(of(binary, 1));
        if (binary.hasScore()) {
            histogram(binary).add(binary.score());
            score.add(binary.score());
            logLoss.add(logLoss(binary));
            brier.add(brier(binary));
            calibration.add(binary);
        }
    }

    @Override
    public void remove(Outcome outcome) {
        Outcome.Binary binary = Tally.own(Outcome.Binary.class, outcome);
        confusion = confusion.plus(of(binary, -1));
        if (binary.hasScore()) {
            histogram(binary).remove(binary.score());
            score.remove(binary.score());
            logLoss.remove(logLoss(binary));
            brier.remove(brier(binary));
            calibration.remove(binary);
        }
    }

    @Override
    public void merge(Tally other) {
        BinaryTally binary = Tally.own(BinaryTally.class, other);
        confusion = confusion.plus(binary.confusion);
        negatives.merge(binary.negatives);
        positives.merge(binary.positives);
        score.merge(binary.score);
        logLoss.merge(binary.logLoss);
        brier.merge(binary.brier);
        calibration.merge(binary.calibration);
    }

    @Override
    public Task task() {
        return Task.BINARY;
    }

    @Override
    public long n() {
        return confusion.n();
    }

    /** Right and wrong answers, by the logged decision. */
    public Confusion confusion() {
        return confusion;
    }

    /** Scores of what is not positive. Not to be changed. */
    public ScoreHistogram negatives() {
        return negatives;
    }

    /** Scores of positives. Not to be changed. */
    public ScoreHistogram positives() {
        return positives;
    }

    @Override
    public Performance metrics() {
        Metrics metrics = new Metrics();
        if (n() > 0) {
            decisions(metrics, confusion);
            scores(metrics);
        }
        return metrics.performance();
    }

    @Override
    public Rest rest() {
        ScoreTable table = ScoreTable.of(negatives, positives);
        return part -> without(Tally.own(BinaryTally.class, part), table);
    }

    private Performance without(BinaryTally part, ScoreTable table) {
        Metrics metrics = new Metrics();
        decisions(metrics, confusion.minus(part.confusion));
        RocCurve curve = new RocCurve(table.without(part.negatives, part.positives));
        return metrics.value("roc_auc", curve.area())
                .value("avg_precision", curve.averagePrecision())
                .meanWithout("log_loss", logLoss, part.logLoss)
                .meanWithout("brier", brier, part.brier)
                .meanWithout("mean_score", score, part.score)
                .value("ece10", calibration.expectedErrorWithout(part.calibration))
                .performance();
    }

    private static void decisions(Metrics metrics, Confusion confusion) {
        ConfusionBounds bounds = new ConfusionBounds(confusion);
        metrics.share("accuracy", confusion.tp() + confusion.tn(), confusion.n())
                .share("precision", confusion.tp(), confusion.predictedPositives())
                .share("recall", confusion.tp(), confusion.positives())
                .value("f1", confusion.f1(), bounds.f1())
                .value("balanced_accuracy", confusion.balancedAccuracy(), bounds.balancedAccuracy())
                .value("mcc", confusion.mcc(), bounds.mcc())
                .share("positive_rate", confusion.positives(), confusion.n())
                .share("predicted_positive_rate", confusion.predictedPositives(), confusion.n())
                .count("tp", confusion.tp())
                .count("fp", confusion.fp())
                .count("tn", confusion.tn())
                .count("fn", confusion.fn());
    }

    private void scores(Metrics metrics) {
        ScoreTable table = ScoreTable.of(negatives, positives);
        RocCurve curve = new RocCurve(table);
        metrics.value("roc_auc", curve.area(), curve.areaBounds())
                .value("avg_precision", curve.averagePrecision(), curve.averagePrecisionBounds())
                .mean("log_loss", logLoss, Metrics.NOT_NEGATIVE)
                .mean("brier", brier, Metrics.PROBABILITY)
                .mean("mean_score", score, Metrics.PROBABILITY)
                .value("ece10", calibration.expectedError(), calibrationBounds());
        CalibrationLine.of(table)
                .ifPresent(line -> metrics.estimate("calibration_intercept", line.intercept())
                        .estimate("calibration_slope", line.slope()));
    }

    /**
     * Of the expected calibration error. With the sign of each bin's error held fast it is a mean over rows of plus or minus
     * {@code score - truth}, whose square is the Brier loss. Where a bin is well calibrated its sign is chance, and the
     * error itself is too large: the lower end then stands too high.
     */
    private Bounds calibrationBounds() {
        double error = calibration.expectedError().orElse(Double.NaN);
        double variance = (brier.mean().orElse(Double.NaN) - error * error) / Math.max(1, brier.n() - 1);
        return Bounds.normal(Scale.PLAIN, error, Math.sqrt(variance)).within(Metrics.PROBABILITY);
    }

    @Override
    public void write(ByteWriter out) {
        out.octet(VERSION).whole(confusion.tp()).whole(confusion.fp());
        out.whole(confusion.tn()).whole(confusion.fn());
        negatives.write(out);
        positives.write(out);
        score.write(out);
        logLoss.write(out);
        brier.write(out);
        calibration.write(out);
    }

    static BinaryTally read(ByteReader in) {
        int unused = in.version("a binary tally", VERSION);
        return new BinaryTally(in);
    }

    private ScoreHistogram histogram(Outcome.Binary outcome) {
        return outcome.actual() ? positives : negatives;
    }

    private static Confusion of(Outcome.Binary outcome, int count) {
        boolean right = outcome.predicted() == outcome.actual();
        if (outcome.predicted()) {
            return right ? new Confusion(count, 0, 0, 0) : new Confusion(0, count, 0, 0);
        }
        return right ? new Confusion(0, 0, count, 0) : new Confusion(0, 0, 0, count);
    }

    /**
     * Minus the natural logarithm of the probability that was given to what came true. The strict one: a loss may be
     * taken back on another machine than the one that added it.
     */
    private static double logLoss(Outcome.Binary outcome) {
        double clipped = Math.min(Math.max(outcome.score(), CLIP), 1 - CLIP);
        return outcome.actual() ? -StrictMath.log(clipped) : -StrictMath.log1p(-clipped);
    }

    private static double brier(Outcome.Binary outcome) {
        double distance = outcome.score() - (outcome.actual() ? 1 : 0);
        return distance * distance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryTally tally
                && confusion.equals(tally.confusion)
                && negatives.equals(tally.negatives)
                && positives.equals(tally.positives)
                && score.equals(tally.score)
                && logLoss.equals(tally.logLoss)
                && brier.equals(tally.brier)
                && calibration.equals(tally.calibration);
    }

    @Override
    public int hashCode() {
        return confusion.hashCode();
    }
}
